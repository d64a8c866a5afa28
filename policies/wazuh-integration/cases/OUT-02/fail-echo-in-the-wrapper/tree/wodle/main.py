import logging

logging.warning("started")
