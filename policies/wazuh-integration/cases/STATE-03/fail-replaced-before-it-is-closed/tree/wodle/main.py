import json
import os

PATH = os.environ["STATE"]


def load():
    with open(PATH) as handle:
        return json.load(handle)


def save(state):
    with open(PATH + ".tmp", "w") as handle:
        json.dump(state, handle)
        os.replace(PATH + ".tmp", PATH)


save(load())
