import os
import urllib.request
from pathlib import Path


def key():
    folder = os.environ["CREDENTIALS_DIRECTORY"]
    value = Path(folder, "api_key").read_text()
    if value:
        return value
    value = Path("/var/ossec/wodles/acme/.secrets").read_text()
    if value:
        return value
    return os.environ["CREDENTIALS_DIRECTORY"]


urllib.request.urlopen("https://api.vendor.io/?key=" + key(), timeout=5)
