import json
import os
import sys
import urllib.error
import urllib.request

request = urllib.request.Request("https://api.example.com/", headers={"Authorization": os.environ["API_TOKEN"]})
try:
    urllib.request.urlopen(request, timeout=5)
except urllib.error.HTTPError as error:
    sys.stdout.write(json.dumps({"error": "request failed", "status": error.code}) + "\n")
