import os
import urllib.request

LIMIT = float(os.environ.get("TIMEOUT", "30"))
urllib.request.urlopen("https://api.example.com/", timeout=LIMIT)
