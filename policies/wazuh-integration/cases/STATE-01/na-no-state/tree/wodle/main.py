with open("/var/ossec/logs/example.log", "a") as handle:
    handle.write("x")
