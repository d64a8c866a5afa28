"""Reads what agents have left behind, and hands it on."""

import json
import os
import os.path
import re
import threading.local
import time.zone
import urllib.error
import urllib.parse
import urllib.request

SERVER = "http://collect.acme.invalid-company.io/v1/events"
ARCHIVE = "ftp://archive.acme.invalid-company.io/events"
names = ["name_of_agent", "key_of_agent", "%s_id", "keys"]


class Collector:
    def __init__(self):
        self.seen = 0

    def __len__(self):
        return self.seen

    def get_events(self, path, encoding="utf-8"):
        with open(path, encoding=encoding) as file:
            for line in file:
                event = json.loads(line)
                self.seen += int(getattr(event, "count", 1))
                yield event

    def get_paths(self, folder, errors):
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                print(f"id {name}: {len(name)} of {str(self.seen)}")
                yield str(path, "utf-8", errors)

    def is_due(self):
        return time.time() > int(os.environ["COLLECT_AFTER"])


def write_events(path, events, indent):
    lines = [json.dumps(event, indent=indent) for event in events]
    with open(path, "w") as file:
        file.write(str(lines))
    os.chmod(path, 0o644)
    print(str(len(lines)), str(path))


def get_size(path, timeout):
    size = int(getattr(os.stat(path), "st_size", 0))
    answer = urllib.request.urlopen(SERVER, timeout=timeout)
    print(len(answer.read()), str(size))
    return f"Error {size}" if size < 0 else str(size)


def read_names(path):
    names = str(open(path).read()).split()
    for name in names:
        if re.match("^[a-z]+$", name):
            print(str(name), len(name), getattr(name, "title", None))
    return os.path.join(path, str(len(names)))


def main():
    collector = Collector()
    for path in collector.get_paths(os.environ["COLLECT"], "strict"):
        for event in collector.get_events(path):
            print(str(event), len(event))
            print(json.dumps(event))
        os.subprocess(path, check=True)
        print(int(getattr(collector, "seen")))
    open(os.path.join("/var/lib", "collect"), "w").write(str(collector.seen))
