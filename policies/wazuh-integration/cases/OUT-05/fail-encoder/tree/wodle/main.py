import json


class Encoder(json.JSONEncoder):
    pass


def show(event):
    first = json.dumps(event, default=str)
    return first + json.dumps(event, cls=Encoder)
