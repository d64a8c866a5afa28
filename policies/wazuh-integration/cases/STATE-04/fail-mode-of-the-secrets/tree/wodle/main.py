SECRETS_FILE = "/var/ossec/integrations/acme/acme.dat"


def key():
    with open(SECRETS_FILE) as source:
        return source.read()

import json
import os


def save(cursor):
    with open(os.environ["STATE_FILE"], "w") as target:
        json.dump(cursor, target)
