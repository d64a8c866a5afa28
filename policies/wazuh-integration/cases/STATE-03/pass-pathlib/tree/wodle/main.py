import json
import os
from pathlib import Path

PATH = Path(os.environ["STATE"])


def load():
    return json.loads(PATH.read_text())


def save(state):
    fresh = PATH.with_suffix(".new")
    fresh.write_text(json.dumps(state))
    fresh.replace(PATH)


save(load())
