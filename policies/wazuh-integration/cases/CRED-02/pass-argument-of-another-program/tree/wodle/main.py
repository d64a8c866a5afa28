import sys

LOG = "/var/ossec/logs/example.log"
with open(LOG, "a") as log:
    log.write("from %s to %s\n" % (sys.argv[1], sys.argv[2]))
