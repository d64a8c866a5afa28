import json
import os
import tempfile

PATH = os.environ["STATE"]


def load():
    with open(PATH) as handle:
        return json.load(handle)


def save(state):
    folder = os.path.dirname(PATH)
    descriptor, name = tempfile.mkstemp(dir=folder)
    with os.fdopen(descriptor, "w") as handle:
        json.dump(state, handle)
    os.replace(name, PATH)


save(load())
