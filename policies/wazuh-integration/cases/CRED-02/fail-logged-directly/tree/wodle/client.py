import logging
import os

key = os.environ["API_KEY"]
logging.debug("using key %s", key)
