import json
import sys


def emit(event):
    sys.stdout.write(json.dumps(event) + "\n")


def log(text):
    sys.stderr.write(text + "\n")


emit({"status": "ok"})
log("done")
