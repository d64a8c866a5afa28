import json
import os
import sys
import urllib.request


def emit(event):
    sys.stdout.write(json.dumps(event) + "\n")


def main():
    headers = {"X-Api-Key": os.environ["API_KEY"]}
    try:
        urllib.request.urlopen(urllib.request.Request("https://api.example.com/", headers=headers), timeout=5)
    except OSError as error:
        emit({"error": str(error), "request": repr(headers)})


main()
