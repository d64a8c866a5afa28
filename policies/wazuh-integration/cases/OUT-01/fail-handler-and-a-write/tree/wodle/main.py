import logging
import sys

logging.basicConfig(stream=sys.stdout)
logging.error("no answer")
sys.stdout.write("no answer\n")
