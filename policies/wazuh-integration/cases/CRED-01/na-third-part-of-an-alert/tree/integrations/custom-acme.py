import json
import sys

import acme

with open(sys.argv[1]) as file:
    alert = json.load(file)
folder = sys.argv[1].split("/")[2]
octet = alert["srcip"].split(".")[3]
acme.count(folder, octet)
