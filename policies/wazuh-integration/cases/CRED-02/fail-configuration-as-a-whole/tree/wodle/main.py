import configparser
import json
import logging
import os

log = logging.getLogger("acme")


def debug(text):
    log.debug(text)


def load(path):
    with open(path) as source:
        return json.load(source)


def main():
    config = load("/var/ossec/etc/acme.conf")
    log.debug("configuration: %s", config)
    debug("configuration: " + str(config))
    parser = configparser.ConfigParser()
    parser.read("/var/ossec/etc/acme.ini")
    values = {}
    for section in parser.sections():
        values.update({f"{section}_{key}": value for key, value in parser[section].items()})
    log.debug("values: %s", values)
    log.debug("environment: %s", dict(os.environ))


main()
