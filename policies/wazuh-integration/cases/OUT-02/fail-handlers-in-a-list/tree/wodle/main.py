import logging
import sys

logging.basicConfig(
    level=logging.INFO,
    handlers=[
        logging.StreamHandler(sys.stdout),
        logging.FileHandler("/var/ossec/logs/acme.log"),
    ],
)
logging.error("no answer")
