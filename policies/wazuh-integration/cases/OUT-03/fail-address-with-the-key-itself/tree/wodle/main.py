import os
import sys
import urllib.request

url = f"https://api.example.com/events?api_key={os.environ['API_KEY']}"
try:
    urllib.request.urlopen(url, timeout=10)
except OSError:
    sys.stderr.write(f"no answer from {url}\n")
