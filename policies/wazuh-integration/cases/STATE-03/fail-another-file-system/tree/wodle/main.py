import json
import os
import shutil

PATH = os.environ["STATE"]


def load():
    with open(PATH) as handle:
        return json.load(handle)


def save(state):
    with open("/run/example/state.tmp", "w") as handle:
        json.dump(state, handle)
    shutil.move("/run/example/state.tmp", PATH)


save(load())
