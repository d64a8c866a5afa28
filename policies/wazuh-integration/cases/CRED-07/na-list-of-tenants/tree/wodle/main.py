import os

with open("/var/ossec/wodles/acme/tenants.txt") as handle:
    tenants = handle.read().split()
os.chmod("/var/ossec/wodles/acme/tenants.txt", 0o640)
