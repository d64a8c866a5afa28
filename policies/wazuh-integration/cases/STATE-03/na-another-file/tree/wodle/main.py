with open("/var/ossec/etc/acme.txt", "w") as handle:
    handle.write("x")
