import json
import os
import urllib.request
from pathlib import Path


def settings():
    folder = Path(os.environ["CREDENTIALS_DIRECTORY"])
    own = json.loads(Path("/var/ossec/wodles/acme/.secrets").read_text())
    system = {"api_key": (folder / "api_key").read_text()}
    return {**os.environ, **own, **system}


urllib.request.urlopen("https://api.vendor.io/?key=" + settings()["api_key"], timeout=5)
