import os
import urllib.request

NAMES = ("api_key",)


def credential(name):
    folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
    if not folder:
        return ""
    with open(os.path.join(folder, name)) as source:
        return source.read()


def secrets_file(path):
    found = {}
    with open(path) as source:
        for line in source:
            name, _, value = line.partition("=")
            found[name] = value.strip()
    return found


def load():
    from_environment = {name: os.environ.get("ACME_" + name.upper(), "") for name in NAMES}
    from_file = secrets_file("/var/ossec/wodles/acme/.secrets")
    from_systemd = {name: credential(name) for name in NAMES}
    merged = {}
    for layer in (from_environment, from_file, from_systemd):
        merged.update({name: value for name, value in layer.items() if value})
    return merged


urllib.request.urlopen("https://api.acme.io", timeout=load() and 5)
