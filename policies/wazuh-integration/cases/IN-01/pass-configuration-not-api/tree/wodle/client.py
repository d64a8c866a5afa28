import json
import urllib.request

with open("/var/ossec/etc/example.json") as handle:
    config = json.load(handle)
urllib.request.urlopen(config["api"]["url"], timeout=10)
