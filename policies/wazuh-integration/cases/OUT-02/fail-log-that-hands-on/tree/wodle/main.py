import json
import os
import sys


def show(fields):
    sys.stdout.write(json.dumps(fields))


def log(text):
    show({"host": os.environ["HOSTNAME"], "note": text})


log("started")
