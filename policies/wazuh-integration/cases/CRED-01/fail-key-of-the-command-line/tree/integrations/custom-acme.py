import json
import sys

import acme


def main(args):
    with open(args[1]) as file:
        alert = json.load(file)
    client = acme.Client(args[2])
    client.notify(alert)


if __name__ == "__main__":
    main(sys.argv)
