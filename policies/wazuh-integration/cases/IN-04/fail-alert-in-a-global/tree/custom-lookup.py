import json
import sys
from urllib.request import urlopen

ALERT = {}


def read_alert(path):
    global ALERT
    with open(path) as source:
        ALERT = json.load(source)


def look_up():
    return urlopen("https://intel.example/ip/" + ALERT["data"]["srcip"], timeout=10)


def main(arguments):
    read_alert(arguments[1])
    look_up()


main(sys.argv)
