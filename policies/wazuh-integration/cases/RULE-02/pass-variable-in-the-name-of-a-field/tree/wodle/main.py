import json
import sys
import urllib.request


def emit(event):
    sys.stdout.write(json.dumps({"integration": "example", **event}) + "\n")


def main():
    try:
        urllib.request.urlopen("https://api.example.com/", timeout=5)
    except OSError as error:
        emit({"event_type": "error", "message": str(error)})


main()
