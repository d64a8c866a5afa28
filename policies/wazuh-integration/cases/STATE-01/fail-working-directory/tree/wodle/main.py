import json


def load():
    try:
        with open("cursor.json") as handle:
            return json.load(handle)
    except FileNotFoundError:
        return {}


def save(state):
    with open("cursor.json", "w") as handle:
        json.dump(state, handle)


state = load()
save({**state, "cursor": 1})
