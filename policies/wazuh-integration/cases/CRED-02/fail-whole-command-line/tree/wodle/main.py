import argparse
import logging

parser = argparse.ArgumentParser()
parser.add_argument("--api-key")
parser.add_argument("--region")


def run(options):
    logging.info("started for %s", options.region)
    logging.debug("options: %s", options)


run(parser.parse_args())
