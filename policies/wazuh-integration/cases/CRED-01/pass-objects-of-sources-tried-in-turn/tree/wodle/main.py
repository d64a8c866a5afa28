import os
import urllib.request
from pathlib import Path


class Secret:
    def __init__(self, text, origin):
        self._text = text
        self.origin = origin

    def reveal(self):
        return self._text


def of_systemd():
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if folder is None:
        return None
    return Secret(Path(folder, "api_key").read_text().strip(), "systemd")


def of_file(path):
    return Secret(path.read_text().strip(), str(path)) if path.exists() else None


def of_environment():
    text = os.environ.get("ACME_API_KEY")
    return Secret(text, "environment") if text else None


def find_key(path):
    tiers = (of_systemd, lambda: of_file(path), of_environment)
    for tier in tiers:
        if (found := tier()) is not None:
            return found
    raise RuntimeError("no key")


def main():
    key = find_key(Path("/var/ossec/etc/acme.secrets"))
    request = urllib.request.Request("https://api.acme.io/v1", headers={"X-Key": key.reveal()})
    urllib.request.urlopen(request, timeout=10).close()
