import argparse
import os
import urllib.request
from pathlib import Path


def api_key():
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if folder:
        return (Path(folder) / "api_key").read_text().strip()
    secrets = Path(__file__).parent / ".secrets"
    if secrets.exists():
        return secrets.read_text().strip()
    return os.environ["API_KEY"]


parser = argparse.ArgumentParser()
parser.add_argument("--api-key")
options = parser.parse_args()
key = options.api_key or api_key()
request = urllib.request.Request("https://api.example.com/", headers={"Authorization": key})
urllib.request.urlopen(request, timeout=10)
