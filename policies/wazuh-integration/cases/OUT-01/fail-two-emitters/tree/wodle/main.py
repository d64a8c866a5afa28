import json
import sys


def put(event):
    sys.stdout.write(json.dumps(event) + "\n")


def put_error(event):
    sys.stdout.write(json.dumps(event) + "\n")


put({})
put_error({})
