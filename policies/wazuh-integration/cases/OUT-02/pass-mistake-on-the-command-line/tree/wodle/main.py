import argparse
import sys


def log(text):
    sys.stderr.write(text + "\n")


parser = argparse.ArgumentParser()
parser.add_argument("--url", default="")
if not parser.parse_args().url:
    parser.error("--url is needed")
log("started")
