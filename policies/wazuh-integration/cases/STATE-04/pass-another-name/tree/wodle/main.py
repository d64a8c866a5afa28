import json

with open("/var/ossec/wodles/example/cursor.json") as handle:
    state = json.load(handle)
