import os
import sqlite3

STATE = os.environ.get("ACME_STATE", "/var/ossec/wodles/acme/seen.db")


def remember(identifier):
    with sqlite3.connect(STATE) as connection:
        connection.execute("INSERT OR IGNORE INTO seen VALUES (?)", (identifier,))
