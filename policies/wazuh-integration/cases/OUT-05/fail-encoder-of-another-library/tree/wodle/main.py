import sys

import orjson


def emit(event):
    sys.stdout.buffer.write(orjson.dumps(event, default=repr) + b"\n")
