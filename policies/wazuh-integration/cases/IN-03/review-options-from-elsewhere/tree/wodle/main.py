import json


def parse(text, **options):
    return json.loads(text, **options)
