import logging

log = logging.getLogger("example")
log.addHandler(logging.StreamHandler())
log.info("started")
