"""Keeps the time of the last event where two constants together say."""
import json
import os

STATE_DIR = "/var/log/acme"
STATE_FILE = os.path.join(STATE_DIR, "last_timestamps.json")


def save(filename, timestamps):
    with open(filename, "w") as handle:
        json.dump(timestamps, handle)


def main():
    save(STATE_FILE, {"login": "2026-01-01T00:00:00Z"})


if __name__ == "__main__":
    main()
