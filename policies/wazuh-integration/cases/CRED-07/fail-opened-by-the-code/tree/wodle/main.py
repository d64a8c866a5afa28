def read():
    with open("/var/ossec/etc/tokens.json") as handle:
        return handle.read()
