import logging
import os
import sys

token = os.environ["API_TOKEN"]
logging.info("token %s", token)
