import json

with open("/var/ossec/wodles/example/state.json") as handle:
    state = json.load(handle)
