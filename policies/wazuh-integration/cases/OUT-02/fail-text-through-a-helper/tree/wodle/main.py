import os
import sys


def show(text):
    sys.stdout.write(text)


def run():
    show(os.environ["HOME"])


run()
