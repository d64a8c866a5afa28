import json
import sys


def send(event):
    sys.stdout.write(json.dumps(event))


send({"ok": True})
