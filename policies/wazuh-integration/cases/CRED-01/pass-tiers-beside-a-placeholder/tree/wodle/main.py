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
        read(os.path.join(os.environ.get("CREDENTIALS_DIRECTORY", ""), "api_token"))
        or read("/var/ossec/etc/.secrets")
        or os.environ.get("API_TOKEN")
    )


request = urllib.request.Request("https://api.example.com/", headers={"Authorization": token()})
urllib.request.urlopen(request, timeout=10)
