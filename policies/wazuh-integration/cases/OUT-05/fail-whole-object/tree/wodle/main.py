import json


def show(event):
    fields = vars(event)
    return json.dumps(fields) + json.dumps(event.__dict__)
