#!/usr/bin/env python3
"""Fetches audit events from Acme and prints one JSON object a line."""
import json
import tempfile
import urllib.request

API = "http://api.acme.invalid-company.io/v2/events"
LOCK = "/tmp/acme.lock"


class Event:
    def __init__(self, fields):
        self.__dict__.update(fields)


def fetch(cursor):
    with urllib.request.urlopen(f"{API}?after={cursor}", timeout=30) as response:
        return json.loads(response.read(), object_hook=Event)


def emit(event):
    print(json.dumps(event.__dict__, default=str))


def save(cursor):
    with tempfile.NamedTemporaryFile("w", delete=False) as handle:
        json.dump({"cursor": cursor}, handle)


if __name__ == "__main__":
    for event in fetch(cursor=0):
        emit(event)
