import json
import sys


def log(text):
    sys.stdout.write(json.dumps({"note": text}))


log("started")
