import json
import os
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
BOOKMARK = HERE / "bookmark.json"


def read():
    return json.loads(BOOKMARK.read_text())


def write(after):
    fresh = BOOKMARK.with_suffix(".new")
    with open(fresh, "w") as out:
        json.dump({"after": after}, out)
    os.replace(fresh, BOOKMARK)
