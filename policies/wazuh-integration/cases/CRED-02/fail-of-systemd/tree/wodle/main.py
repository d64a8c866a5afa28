import logging
import os

with open(os.path.join(os.environ["CREDENTIALS_DIRECTORY"], "api_token")) as handle:
    logging.info("token %s", handle.read().strip())
