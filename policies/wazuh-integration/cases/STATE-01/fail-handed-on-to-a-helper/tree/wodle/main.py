import json


def save(path, state):
    with open(path, "w") as handle:
        json.dump(state, handle)


save("/var/ossec/wodles/acme/state.json", {"cursor": 1})
