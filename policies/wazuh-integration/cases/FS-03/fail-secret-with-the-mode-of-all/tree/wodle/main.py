with open("/var/ossec/etc/.secrets", "w") as handle:
    handle.write("x")
