def read():
    with open("/var/ossec/etc/.secrets") as handle:
        return handle.read()
