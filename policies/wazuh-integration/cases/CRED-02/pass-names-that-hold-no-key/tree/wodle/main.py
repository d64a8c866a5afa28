import logging
import os


def start(options):
    logging.info("for %s", options.PLOVER_KEY)
    logging.info("certificate %s", os.environ.get("ACME_KEY", "/etc/acme/server.pem"))
