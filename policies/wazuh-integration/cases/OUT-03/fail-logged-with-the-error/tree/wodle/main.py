import json
import os
import sys


def log(text):
    with open("/var/ossec/logs/integrations.log", "a") as out:
        out.write(text + "\n")


def main(args):
    key = args[2]
    token = os.environ["API_TOKEN"]
    try:
        with open(args[1]) as source:
            alert = json.load(source)
    except OSError as error:
        log(f"failed with {key[:8]}: {error}")
        log(f"failed with {token}: {error}")
        log(f"failed: {error}")
        sys.exit(1)
    log(alert["id"])


main(sys.argv)
