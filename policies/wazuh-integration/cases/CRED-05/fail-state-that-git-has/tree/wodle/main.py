import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "cursor.json")) as handle:
    cursor = json.load(handle)
