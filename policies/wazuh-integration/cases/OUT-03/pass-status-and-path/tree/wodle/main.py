import logging
import urllib.error
import urllib.request

try:
    urllib.request.urlopen("https://api.example.com/events", timeout=5)
except urllib.error.HTTPError as error:
    logging.error("events: HTTP %d", error.code)
