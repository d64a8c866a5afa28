"""The key of an issue is its name."""
import logging
import os

logging.info("tickets of %s", os.environ["PROJECT_KEY"])
logging.info("sorted by %s", os.environ.get("SORT_KEY"))
