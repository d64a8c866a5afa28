import json
import sqlite3

with open("state.json") as handle:
    cursor = json.load(handle)["cursor"]
connection = sqlite3.connect("events.db")
connection.execute(f"SELECT id FROM events WHERE id > '{cursor}'")
with open("state.json", "w") as handle:
    json.dump({"cursor": "x"}, handle)
