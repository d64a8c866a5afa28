import json
import logging
import sys

with open(sys.argv[1]) as handle:
    alert = json.load(handle)
logging.info("alert %s", alert["id"])
sys.stderr.write("hook " + sys.argv[3])
