import json
import os

STATE = os.environ.get("ACME_STATE", "/var/lib/acme/cursor.json")


def key():
    with open("/etc/acme/acme.secrets") as source:
        return source.read()


def load():
    with open(STATE) as source:
        return json.load(source)


def save(cursor):
    with open(STATE, "w") as target:
        json.dump(cursor, target)
