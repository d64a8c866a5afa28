import sys


def emit(text):
    sys.stdout.write(text)


emit("{}")
