import logging


def fetch():
    logging.warning("no answer")


def save():
    logging.warning("cannot write")


fetch()
save()
