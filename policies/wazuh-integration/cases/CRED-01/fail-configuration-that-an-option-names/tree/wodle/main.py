import json
import sys
import urllib.request


def load(config_file):
    with open(config_file) as source:
        return json.load(source)


settings = load(sys.argv[1])
urllib.request.urlopen("https://api.acme.invalid/events", timeout=10)
