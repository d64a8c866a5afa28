import logging
import os
import sys

token = os.environ["API_TOKEN"]
logging.error("token %s is refused", token)
