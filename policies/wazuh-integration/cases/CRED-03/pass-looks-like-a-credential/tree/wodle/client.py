import json
import urllib.request


def page(cursor_token):
    try:
        return json.load(urllib.request.urlopen("https://api.example.com/", timeout=5))
    except ValueError:
        raise RuntimeError(f"no JSON at {cursor_token}")


page("")
