import os
import urllib.request


def systemd():
    with open(os.path.join(os.environ["CREDENTIALS_DIRECTORY"], "acme")) as source:
        return {"api_key": source.read()}


def secrets_file():
    with open("/var/ossec/wodles/acme/.secrets") as source:
        return {"api_key": source.read()}


def environment():
    return {"api_key": os.environ.get("ACME_KEY")}


def load():
    merged = {}
    for layer in (systemd(), secrets_file(), environment()):
        merged.update(layer)
    return merged


urllib.request.urlopen("https://api.acme.io", timeout=load() and 5)
