import json
import logging

with open("/etc/acme/config.json") as handle:
    config = json.load(handle)
logging.info("asking %s with %s", config["host"], config["api_key"])
