import getpass
import os

key = getpass.getpass()
with os.fdopen(os.open("/var/ossec/etc/.secrets", os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
    file.write(key)
