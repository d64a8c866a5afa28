import json
import sys


def main():
    print(json.dumps({"events": json.load(sys.stdin)["events"]}))
