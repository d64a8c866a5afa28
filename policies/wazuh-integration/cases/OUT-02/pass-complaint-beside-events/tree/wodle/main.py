import json
import os
import sys


def emit(event):
    sys.stdout.write(json.dumps(event) + "\n")


def complain(text):
    sys.stderr.write(text + "\n")


def fetch():
    complain(os.environ["HOME"])


emit({"event": "start"})
fetch()
