"""Credentials come from systemd ($CREDENTIALS_DIRECTORY), then .secrets, then the environment."""
import json
import urllib.request


def load(path):
    """systemd credential > secrets file > environment variable."""
    with open(path) as handle:
        return json.load(handle)


def main():
    config = load("/var/ossec/etc/example.conf")
    request = urllib.request.Request("https://api.example.com/", headers={"X-Api-Key": config["api_key"]})
    urllib.request.urlopen(request, timeout=10)


main()
