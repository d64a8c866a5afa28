import os
import sys
import urllib.request


def read(path):
    try:
        with open(path) as handle:
            return handle.read().strip()
    except OSError:
        return ""


def token():
    return (
        sys.argv[1]
        or read("/var/ossec/etc/.secrets")
        or os.environ.get("API_TOKEN")
    )


request = urllib.request.Request("https://api.example.com/", headers={"Authorization": token()})
urllib.request.urlopen(request, timeout=10)
