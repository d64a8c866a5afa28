import logging
import os
import urllib.request

token = os.environ["API_TOKEN"]
try:
    urllib.request.urlopen("https://api.example.com/events", timeout=5)
except OSError as error:
    logging.error("no answer with %s: %s", token, error)
