import logging


def log(text):
    logging.info(text)
