import argparse
import logging

parser = argparse.ArgumentParser()
logging.info("started with %s", parser.parse_args())
