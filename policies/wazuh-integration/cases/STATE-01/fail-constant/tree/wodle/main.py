import json

PATH = "/var/ossec/wodles/example/state.json"

with open(PATH) as handle:
    state = json.load(handle)
state["last"] = "x"
with open(PATH, "w") as handle:
    json.dump(state, handle)
