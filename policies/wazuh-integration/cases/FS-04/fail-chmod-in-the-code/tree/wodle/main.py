import os

os.chmod("/var/ossec/wodles/example", 0o750)
