import json

with open("/var/ossec/wodles/example/fields.json") as handle:
    state = json.load(handle)
