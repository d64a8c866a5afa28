import json
import urllib.request


def events():
    with urllib.request.urlopen("https://api.example.com/events", timeout=10) as response:
        body = json.load(response)
    if not isinstance(body, dict):
        raise ValueError("no object")
    return body.get("items", [])


events()
