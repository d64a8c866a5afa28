import json


def collect():
    return {"host": 1}


def write(event):
    return json.dumps(event.fields) + json.dumps(collect()) + json.dumps(dict(event))
