import argparse
import logging
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--url")
logging.info("started as %s", sys.argv)
logging.info("known: %s", parser.parse_known_args())
logging.info("asking %s", sys.argv[1])
