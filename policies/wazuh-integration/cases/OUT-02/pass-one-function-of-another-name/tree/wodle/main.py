import sys


def tell(text):
    sys.stderr.write(f"acme: {text}\n")


tell("started")
