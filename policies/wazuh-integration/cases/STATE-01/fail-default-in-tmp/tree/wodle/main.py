import json
import os

PATH = os.environ.get("STATE_FILE", "/tmp/example-state.json")

with open(PATH) as handle:
    state = json.load(handle)
with open(PATH, "w") as handle:
    json.dump(state, handle)
