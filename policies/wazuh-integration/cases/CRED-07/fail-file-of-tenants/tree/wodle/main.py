def read():
    with open("/var/ossec/etc/tenant_secrets.json") as handle:
        return handle.read()
