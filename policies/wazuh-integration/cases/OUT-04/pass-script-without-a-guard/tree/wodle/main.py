#!/usr/bin/env python3
import json
import sys


def main():
    try:
        sys.stdout.write(json.dumps({"acme": 1}) + "\n")
    except Exception as error:
        sys.stdout.write(json.dumps({"acme": type(error).__name__}) + "\n")
        return 1
    return 0


sys.exit(main())
