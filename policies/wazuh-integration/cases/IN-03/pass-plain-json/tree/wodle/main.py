import json
from functools import partial

NO_HOOK = None
read = partial(json.loads, object_hook=NO_HOOK)


def parse(text):
    plain = json.loads(text)
    return plain, read(text), json.loads(text, object_hook=None)
