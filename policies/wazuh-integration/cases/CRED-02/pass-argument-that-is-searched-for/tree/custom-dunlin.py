#!/usr/bin/env python3
"""One argument, wherever it stands, is not the whole command line."""
import logging
import sys


def options_of(arguments):
    for index in range(4, len(arguments)):
        if arguments[index].endswith("options"):
            return arguments[index]
    return ""


logging.warning("options are in %s", options_of(sys.argv))
