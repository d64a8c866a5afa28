import json
import os
import sys


def load(path):
    with open(path) as handle:
        return json.load(handle)


def get(name, secrets):
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if folder:
        with open(os.path.join(folder, name)) as handle:
            return handle.read().strip()
    return secrets.get(name)


secrets = load(os.environ.get("SECRETS_FILE", "/var/ossec/wodles/example/.secrets"))
host = get("host_name", {})
sys.stderr.write("asking {} in {}\n".format(host, secrets["api_key"]))
