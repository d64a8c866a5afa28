import json
import sys


def emit(event):
    sys.stdout.write(json.dumps({"integration": "acme", **event}))


emit({"status": "error", "text": "no answer"})
