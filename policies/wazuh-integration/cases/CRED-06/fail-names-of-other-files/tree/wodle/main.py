SECRETS_FILE = "/var/ossec/integrations/acme/acme.dat"


def key():
    with open(SECRETS_FILE) as source:
        return source.read()


import sqlite3

SEEN = "/var/ossec/integrations/acme/deliveries.db"
sqlite3.connect(SEEN).execute("create table if not exists seen (id text)")
