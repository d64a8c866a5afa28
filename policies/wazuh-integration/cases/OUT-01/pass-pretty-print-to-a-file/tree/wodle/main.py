import logging
import pprint
import sys

logging.basicConfig(stream=sys.stderr)
logging.warning("started")
with open("report.txt", "w") as report:
    pprint.pprint({"a": 1}, stream=report)
