import json
import os

PATH = os.environ["STATE"]


def save(state):
    with open(PATH, "w") as handle:
        json.dump(state, handle)


def save_list(path, items):
    with open(path + ".new", "w") as handle:
        json.dump(items, handle)
    os.replace(path + ".new", path)
