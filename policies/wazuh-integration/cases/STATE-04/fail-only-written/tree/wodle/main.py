import json

with open("/var/ossec/wodles/example/state.json", "w") as handle:
    json.dump({"cursor": 1}, handle)
