import functools
import json
import os
import pathlib
import urllib.request

SETTINGS = pathlib.Path("/var/ossec/etc/acme/acme.json")


@functools.lru_cache(maxsize=None)
def settings():
    try:
        return json.loads(SETTINGS.read_text("utf-8"))
    except FileNotFoundError:
        return {}


def of_systemd():
    folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
    return pathlib.Path(folder, "acme_key").read_text().strip() if folder else ""


def api_key():
    key = of_systemd()
    if not key:
        key = settings().get("api_key", "")
    if not key:
        key = os.environ.get("ACME_API_KEY", "")
    return key


def main():
    request = urllib.request.Request("https://api.acme.io/v1", headers={"X-Key": api_key()})
    urllib.request.urlopen(request, timeout=10).close()
