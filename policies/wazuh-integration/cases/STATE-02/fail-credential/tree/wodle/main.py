import json
import os

PATH = os.environ["STATE"]
with open(PATH) as handle:
    state = json.load(handle)
state["token"] = os.environ["API_TOKEN"]
with open(PATH, "w") as handle:
    json.dump(state, handle)
