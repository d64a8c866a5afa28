import logging
import logging.config

logging.config.dictConfig(
    {
        "version": 1,
        "handlers": {"events": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}},
        "root": {"handlers": ["events"]},
    }
)
logging.error("no answer")
