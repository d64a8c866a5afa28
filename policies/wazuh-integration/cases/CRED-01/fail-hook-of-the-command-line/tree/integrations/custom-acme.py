import json
import sys

import acme


def main():
    with open(sys.argv[1]) as file:
        alert = json.load(file)
    acme.post(sys.argv[3], alert)


main()
