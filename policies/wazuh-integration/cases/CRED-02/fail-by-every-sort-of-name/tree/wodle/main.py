import argparse
import configparser
import logging

parser = argparse.ArgumentParser()
parser.add_argument("--password")
options = parser.parse_args()
config = configparser.ConfigParser()
config.read("acme.conf")


class Client:
    def __init__(self, clientSecret):
        self.api_key = ask()
        logging.info("given %s", clientSecret)

    def show(self):
        logging.info("held %s", self.api_key)


logging.info("option %s", options.password)
logging.info("setting %s", config["api"]["access_token"])
