import logging
import os

logger = logging.getLogger(__name__)
secret = os.environ.get("CLIENT_SECRET", "")
logger.info("secret starts with %s", secret[:6])
