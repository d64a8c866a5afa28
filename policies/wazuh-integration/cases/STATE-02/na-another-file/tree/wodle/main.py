import os

with open("/var/ossec/etc/acme.txt", "w") as handle:
    handle.write(os.environ["API_TOKEN"])
