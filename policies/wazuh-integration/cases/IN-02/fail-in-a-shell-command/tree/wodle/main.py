import json
import os


def load():
    with open("state.json") as handle:
        return json.load(handle)


def save(state):
    with open("state.json", "w") as handle:
        json.dump(state, handle)


state = load()
os.system("fetch --after " + state.get("bookmark", ""))
save(state)
