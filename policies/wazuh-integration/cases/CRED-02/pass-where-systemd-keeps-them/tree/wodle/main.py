import logging
import os

folder = os.environ["CREDENTIALS_DIRECTORY"]
logging.info("credentials are in %s", folder)
with open(os.path.join(folder, "api_host")) as handle:
    logging.info("host %s", handle.read().strip())
