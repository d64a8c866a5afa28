import logging
import os
import urllib.request

url = f"https://api.example.com/events?api_key={os.environ['API_KEY']}"
try:
    urllib.request.urlopen(url, timeout=5)
except OSError:
    logging.error("no answer from %s", url)
