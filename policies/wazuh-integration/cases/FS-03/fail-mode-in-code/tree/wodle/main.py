import os

os.chmod("/var/ossec/wodles/example/state.json", 0o644)
