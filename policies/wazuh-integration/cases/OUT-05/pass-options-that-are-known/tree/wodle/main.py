import json

options = {"indent": 2}


def write(event):
    return json.dumps(event, **options)
