import json


def write(event):
    json.dumps({"id": event.id, "name": event.name, "text": str(event)}, indent=None)
