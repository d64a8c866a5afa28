import json

options = {"strict": False}


def parse(text):
    return json.loads(text, **options)
