import json
import sys

from helpers import run


def main():
    alert = json.load(open(sys.argv[1]))
    run("block " + alert["data"]["srcip"])


main()
