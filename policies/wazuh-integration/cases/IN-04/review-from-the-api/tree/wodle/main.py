import json
import urllib.request

with urllib.request.urlopen("https://api.example.com/jobs", timeout=5) as response:
    job = json.load(response)
urllib.request.urlopen("https://api.example.com/jobs/" + job["id"], timeout=5)
