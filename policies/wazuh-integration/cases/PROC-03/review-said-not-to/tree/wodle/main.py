import json
import sys


def emit(event):
    sys.stdout.write(json.dumps(event) + "\n")


emit({"ok": True})
