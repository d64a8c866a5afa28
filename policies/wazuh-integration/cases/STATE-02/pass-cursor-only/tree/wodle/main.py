import json
import os

import requests

PATH = os.environ["STATE"]
with open(PATH) as handle:
    state = json.load(handle)
response = requests.get("https://api.example.com/", params={"after": state["cursor"]}, timeout=5)
response.raise_for_status()
events = response.json().get("events", [])
with open(PATH, "w") as handle:
    json.dump({"cursor": events[-1]["id"] if events else state["cursor"], "seen": [e["id"] for e in events]}, handle)
