import os

descriptor = os.open("/var/ossec/wodles/example/.secrets", os.O_WRONLY | os.O_CREAT, 0o600)
os.close(descriptor)
