import json
import sys


def main():
    for event in ({}, {}):
        sys.stdout.write(json.dumps(event) + "\n")


main()
