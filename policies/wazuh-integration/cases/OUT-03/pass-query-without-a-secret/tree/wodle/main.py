import logging
import urllib.request

URL = "https://api.example.com/events?limit=10"
try:
    urllib.request.urlopen(URL, timeout=5)
except OSError:
    logging.error("no answer from %s", URL)
