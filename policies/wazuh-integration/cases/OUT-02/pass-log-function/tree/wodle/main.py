import json
import sys


def log(text):
    sys.stderr.write(text + "\n")


def emit(event):
    sys.stdout.write(json.dumps(event) + "\n")


log("started")
emit({"status": "ok"})
