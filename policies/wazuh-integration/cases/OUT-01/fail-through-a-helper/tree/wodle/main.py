import os
import sys


def show(text):
    sys.stdout.write(text)


show(os.environ["HOME"])
