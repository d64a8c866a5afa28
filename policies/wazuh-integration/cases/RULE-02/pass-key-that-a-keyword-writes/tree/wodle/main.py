import json
import sys
import urllib.request


def wrapped(kind, event):
    return {"integration": "example", "example": dict(event, event_type=kind)}


def main():
    try:
        urllib.request.urlopen("https://api.example.com/", timeout=5)
    except OSError as error:
        sys.stdout.write(json.dumps(wrapped("error", {"message": str(error)})) + "\n")


main()
