import logging
import os
import sys

log = logging.getLogger("example")
token = os.environ["API_TOKEN"]
log.info("the token has %d characters", len(token))
log.debug("token: %s", "*" * 8)
log.debug("a token is there: %s", bool(token))
print("API_TOKEN is missing" if not token else "API_TOKEN is there", file=sys.stderr)
