import json
import sys


class Sink:
    def __init__(self, stream=None):
        self.stream = stream or sys.stdout

    def put(self, line):
        self.stream.write(line + "\n")
        self.stream.flush()


def main(events):
    sink = Sink()
    for event in events:
        sink.put(json.dumps(event))
