import json
import os
import sys

LOG = os.path.join(os.path.dirname(os.path.realpath(__file__)), "integrations.log")


def read_alert(path):
    with open(path) as handle:
        return json.load(handle)


def main(args):
    called = "{} {} {}".format(args[1], args[2], args[3])
    with open(LOG, "a") as log:
        log.write(called + "\n")
    run(args)


def run(args):
    alert = read_alert(args[1])
    with open(LOG, "a") as log:
        log.write("rule %s\n" % alert.get("rule", {}).get("id"))


if __name__ == "__main__":
    main(sys.argv)
