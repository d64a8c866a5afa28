import json
import sys

alert = json.load(sys.stdin)
with open("/var/ossec/wodles/acme/state.json", "w") as target:
    json.dump(alert, target)
