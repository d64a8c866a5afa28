import json


def read(data, hook):
    json.load(data, object_hook=hook)
    json.loads(data, object_hook=hook)
    json.JSONDecoder(object_hook=hook)
    json.loads(data, object_hook=None)
