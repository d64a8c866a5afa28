import os
import sys


def show(text):
    sys.stdout.write(text)


def log(text):
    show(text)


def note(text):
    sys.stderr.write(text)


log(os.environ["HOME"])
note(os.environ["HOME"])
