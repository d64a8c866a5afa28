import json
import os

PATH = os.path.join(os.path.dirname(__file__), "state.json")
with open(PATH, "w") as handle:
    json.dump({"cursor": 1}, handle)
