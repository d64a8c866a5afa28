import json
import os

STATE = os.environ.get("EXAMPLE_STATE", "/var/ossec/wodles/example/state.json")


def load():
    with open(STATE) as handle:
        return json.load(handle)


def save(state):
    with open(STATE + ".tmp", "w") as handle:
        json.dump(state, handle)
    os.replace(STATE + ".tmp", STATE)


state = load()
state["cursor"] = state.get("cursor", 0) + 1
save(state)
