import json
import os


def save(cursor):
    with open(os.environ["STATE_FILE"], "w") as target:
        json.dump(cursor, target)
