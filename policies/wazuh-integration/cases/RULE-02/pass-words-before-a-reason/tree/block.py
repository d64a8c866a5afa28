import sys


def log(text):
    sys.stderr.write("relay-block: " + text + "\n")


def main(reason):
    log("error: " + reason)
