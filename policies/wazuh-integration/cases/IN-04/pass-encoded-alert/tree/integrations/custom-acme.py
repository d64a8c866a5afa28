import json
import sys
import urllib.parse
import urllib.request

with open(sys.argv[1]) as file:
    alert = json.load(file)
address = urllib.parse.quote(alert["srcip"], safe="")
urllib.request.urlopen(f"https://api.acme.io/ip/{address}", timeout=5)
