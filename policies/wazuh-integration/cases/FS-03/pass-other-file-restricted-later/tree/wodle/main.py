import os

with open("/var/ossec/wodles/acme/cache.json", "w") as handle:
    handle.write("x")
os.chmod("/var/ossec/wodles/acme/cache.json", 0o640)
