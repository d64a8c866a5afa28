"""The key of a product opens it, whatever the product is called."""
import logging
import os

key = os.environ["PLOVER_KEY"]
logging.debug("asking with %s", key)
