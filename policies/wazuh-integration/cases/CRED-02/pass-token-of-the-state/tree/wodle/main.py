import json
import logging

with open("/var/ossec/wodles/acme/state.json") as handle:
    state = json.load(handle)
logging.info("going on from %s", state["token"])
