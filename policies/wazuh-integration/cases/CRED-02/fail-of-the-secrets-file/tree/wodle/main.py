import json
import logging
import os

with open(".secrets") as handle:
    logging.info("all of it: %s", handle.read())
with open(".secrets") as handle:
    values = json.load(handle)
logging.info("password %s in %s", values["password"], values["region"])
logging.info("region %s", values["region"])
