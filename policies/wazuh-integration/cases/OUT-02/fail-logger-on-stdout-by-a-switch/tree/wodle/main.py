import logging
import sys

STREAM = sys.stdout


def setup():
    logging.basicConfig(stream=STREAM, level=logging.INFO)


setup()
logging.info("started")
