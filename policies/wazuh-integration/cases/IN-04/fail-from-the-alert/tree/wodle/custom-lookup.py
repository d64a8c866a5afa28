import json
import sys

import requests


def main():
    with open(sys.argv[1]) as handle:
        alert = json.load(handle)
    source = alert["data"]["srcip"]
    response = requests.get("https://api.example.com/ip/%s" % source, timeout=5)
    response.raise_for_status()


main()
