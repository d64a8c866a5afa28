import json
import os

STATE = os.environ.get("ACME_STATE", "/var/lib/acme/cursor.json")


def save(cursor):
    with open(STATE, "w") as target:
        json.dump(cursor, target)
