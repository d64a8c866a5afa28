import logging
import sys


class Lines(logging.Handler):
    def emit(self, record):
        sys.stdout.write(self.format(record) + "\n")


logging.getLogger().addHandler(Lines())
logging.error("no answer")
