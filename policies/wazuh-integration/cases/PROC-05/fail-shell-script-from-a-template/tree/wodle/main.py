import json
import os
import urllib.request

with urllib.request.urlopen("https://api.example.com/", timeout=10) as response:
    host = json.load(response)["host"]
os.system("ping -c 1 %s" % host)
