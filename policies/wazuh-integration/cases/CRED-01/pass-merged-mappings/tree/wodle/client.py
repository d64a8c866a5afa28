import os
import urllib.request


def from_systemd():
    folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
    path = os.path.join(folder, "token")
    if not folder or not os.path.isfile(path):
        return {}
    with open(path, encoding="utf-8") as handle:
        return {"TOKEN": handle.read().strip()}


def from_file(path):
    values = {}
    if os.path.isfile(path):
        with open(path, encoding="utf-8") as handle:
            for line in handle:
                name, _, value = line.partition("=")
                values[name.strip()] = value.strip()
    return values


def settings():
    environment = {"TOKEN": os.environ["TOKEN"]} if "TOKEN" in os.environ else {}
    return {**environment, **from_file(".secrets"), **from_systemd()}


def main():
    request = urllib.request.Request("https://api.example.com/v1/events")
    request.add_header("Authorization", "Bearer " + settings()["TOKEN"])
    urllib.request.urlopen(request, timeout=10)


main()
