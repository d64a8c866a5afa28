import json
import sqlite3

with open("state.json") as handle:
    state = json.load(handle)
database = sqlite3.connect("events.db")
database.execute("SELECT id FROM events WHERE id > ?", (state["cursor"],))
state["cursor"] = "x"
with open("state.json", "w") as handle:
    json.dump(state, handle)
