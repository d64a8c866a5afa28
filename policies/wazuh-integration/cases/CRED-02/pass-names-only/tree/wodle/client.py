import logging
import os


def check(names):
    for name in names:
        if name not in os.environ:
            logging.error("%s is not set", name)


check(["API_KEY", "API_SECRET"])
