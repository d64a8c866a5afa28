import logging
import sys

logging.info("second %s", sys.argv[2])
