import logging
import sys

logging.getLogger("a").addHandler(logging.StreamHandler(sys.__stdout__))
logging.basicConfig(stream=sys.stdout)
