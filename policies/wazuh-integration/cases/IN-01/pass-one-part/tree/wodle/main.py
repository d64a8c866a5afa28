import json
import urllib.request

with urllib.request.urlopen("https://api.example.com/events", timeout=10) as response:
    body = json.load(response)
emit(body["events"])
