import json
import logging
import urllib.request


def pages():
    next_token = ""
    while True:
        with urllib.request.urlopen("https://api.example.com/events?after=" + next_token, timeout=5) as response:
            body = json.load(response)
        next_token = body.get("next_token")
        logging.debug("next page: %s", next_token)
        if not next_token:
            return


pages()
