import os

with open(os.path.join(os.environ["CREDENTIALS_DIRECTORY"], "api")) as handle:
    key = handle.read()
with open("/var/ossec/logs/acme.log", "a") as log:
    log.write(key)
with open("/run/acme/handed-on", "w") as other:
    other.write(key)
