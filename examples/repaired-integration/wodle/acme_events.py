#!/usr/bin/env python3
"""Fetches audit events from Acme and writes one JSON object a line."""
import argparse
import json
import os
import sys

from acme_client import AcmeError, events_after
from acme_settings import api_token
from acme_state import load_state, save_state

WODLE_DIR = os.path.dirname(os.path.abspath(__file__))


def emit(event):
    """The only way to stdout, where Wazuh reads one event a line."""
    sys.stdout.write(json.dumps({"integration": "acme", "acme": event}) + "\n")


def log(text):
    """The only way to stderr."""
    sys.stderr.write(f"acme: {text}\n")


def main():
    parser = argparse.ArgumentParser(description="Acme audit events for Wazuh")
    parser.add_argument("--state", default=os.environ.get("ACME_STATE", os.path.join(WODLE_DIR, "state.json")))
    options = parser.parse_args()
    state = load_state(options.state)
    try:
        events = events_after(api_token(WODLE_DIR), state.get("cursor", ""))
    except AcmeError as error:
        emit({"event_type": "error", "message": f"no events: {error.reason}"})
        return 1
    for event in events:
        emit({"event_type": event.get("type"), "actor": event.get("actor"), "id": event.get("id")})
    if events:
        save_state(options.state, {"cursor": events[-1].get("id", "")})
    log(f"{len(events)} events")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as error:  # what nobody foresaw is summarised; Wazuh reads no tracebacks
        emit({"event_type": "error", "message": type(error).__name__})
        sys.exit(1)
