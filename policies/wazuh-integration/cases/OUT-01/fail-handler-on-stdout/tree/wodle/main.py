import logging
import sys

handler = logging.StreamHandler(sys.stdout)
logger = logging.getLogger("example")
logger.addHandler(handler)
logger.error("no answer")
