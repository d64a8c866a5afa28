import os
import urllib.request

CSRF_TOKEN = "k7Gh2pQx9Lm4Rt8Vw3Zn6Bc1"
TOKENIZER = "k7Gh2pQx9Lm4Rt8Vw3Zn6Bc1"
API_TOKEN = "k7Gh2pQx9Lm4Rt8Vw3Zn6Bc1"


def token():
    try:
        with open("/var/ossec/etc/.secrets") as file:
            return file.read().strip()
    except OSError:
        return API_TOKEN


def fetch(url):
    request = urllib.request.Request(url, headers={"Authorization": "Bearer " + token()})
    return urllib.request.urlopen(request, timeout=10)
