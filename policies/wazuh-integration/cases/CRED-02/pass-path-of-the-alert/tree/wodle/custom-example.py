import json
import sys

LOG = "/var/ossec/logs/integrations.log"


def main(args):
    with open(args[1]) as handle:
        alert = json.load(handle)
    with open(LOG, "a") as log:
        log.write("%s has %d arguments and rule %s\n" % (args[1], len(args), alert.get("id")))


if __name__ == "__main__":
    main(sys.argv)
