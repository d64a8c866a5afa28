import json


def write(event, **options):
    return json.dumps(event, **options)
