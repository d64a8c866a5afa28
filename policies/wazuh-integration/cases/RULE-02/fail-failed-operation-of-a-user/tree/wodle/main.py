import json
import sys
import urllib.request

with urllib.request.urlopen("https://api.example.com/", timeout=5) as response:
    for event in json.load(response).get("events", []):
        sys.stdout.write(json.dumps(event) + "\n")
