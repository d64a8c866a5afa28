import json
import os


def save(path, state):
    with open(path + ".new", "w") as handle:
        json.dump(state, handle)
    os.replace(path + ".new", path)


save(os.environ["STATE"], {"cursor": 1})
