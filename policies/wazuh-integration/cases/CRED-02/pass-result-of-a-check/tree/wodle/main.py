import logging
import vault

logging.info("accepted: %s", vault.verify_token("x"))
