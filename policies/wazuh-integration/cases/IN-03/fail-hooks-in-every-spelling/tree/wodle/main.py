import json as j
from functools import partial
from json import loads as parse_json

OPTIONS = {"object_pairs_hook": dict}
typed = partial(j.loads, cls=j.JSONDecoder)


def parse(text):
    a = j.loads(text, object_hook=print)
    b = parse_json(text, **OPTIONS)
    c = typed(text)
    return a, b, c
