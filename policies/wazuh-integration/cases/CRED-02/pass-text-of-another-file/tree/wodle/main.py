import logging

with open("notice.txt") as handle:
    logging.info("notice: %s", handle.read())
