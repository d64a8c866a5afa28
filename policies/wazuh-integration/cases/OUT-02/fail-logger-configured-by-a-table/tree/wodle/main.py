import logging
import logging.config
import os

logging.config.dictConfig(
    {
        "version": 1,
        "handlers": {"events": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}},
        "root": {"handlers": ["events"]},
    }
)


def note(text):
    logging.error(text)


note(os.environ["HOSTNAME"])
