import logging
import os


def load():
    return {"url": os.environ["API_URL"], "token": os.environ["API_TOKEN"]}


config = load()
logging.debug("configuration: %r", config)
