import json
import logging


def keys():
    with open("/var/ossec/wodles/example/.secrets") as handle:
        logging.info("read %s", json.load(handle))


def settings():
    with open("/var/ossec/etc/acme-credentials.json") as handle:
        logging.info("read %s", handle.read())
