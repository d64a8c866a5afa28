import json


def show(event):
    return json.dumps(event, default=None, sort_keys=True)
