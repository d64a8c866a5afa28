import configparser
import json
import logging

log = logging.getLogger("acme")


def load(path):
    with open(path) as source:
        return json.load(source)


def describe(config):
    log.info("every %s seconds", config["interval"])


def main():
    config = load("/var/ossec/etc/acme.conf")
    log.info("configured hosts: %s", config["hosts"])
    log.info("%s settings in the configuration", len(config))
    describe(config)
    parser = configparser.ConfigParser()
    parser.read("/var/ossec/etc/acme.ini")
    log.info("configured sections: %s", parser.sections())


main()
