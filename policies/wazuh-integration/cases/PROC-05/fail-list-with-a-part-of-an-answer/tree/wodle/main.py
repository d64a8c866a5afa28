import json
import subprocess
import urllib.request

with urllib.request.urlopen("https://api.example.com/", timeout=5) as response:
    host = json.load(response).get("host")
subprocess.run(["ping", "-c", "1", host], check=False)
