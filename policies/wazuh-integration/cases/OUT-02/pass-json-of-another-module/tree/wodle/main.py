import sys

from vendor.compat import json


def answer(event):
    sys.stdout.write(json.dumps(event))


answer({"id": 1})
