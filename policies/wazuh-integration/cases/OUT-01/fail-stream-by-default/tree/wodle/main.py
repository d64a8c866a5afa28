import logging
import sys


def logger(name, stream=sys.stdout):
    made = logging.getLogger(name)
    made.addHandler(logging.StreamHandler(stream))
    return made


logger("main").info("started")
