import json

with open("/var/ossec/wodles/example/state.json", "w") as handle:
    json.dump({"cursor": 1}, handle)
import os
import shutil

os.chmod("/var/ossec/wodles/example/state.json", 0o640)
shutil.chown("/var/ossec/wodles/example/state.json", "wazuh", "wazuh")
