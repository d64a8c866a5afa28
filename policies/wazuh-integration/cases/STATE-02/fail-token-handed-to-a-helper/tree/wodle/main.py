import json
import os


def save(state):
    with open(os.environ["STATE"], "w") as handle:
        json.dump(state, handle)


save({"token": os.environ["API_TOKEN"]})
