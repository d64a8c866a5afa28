import subprocess

import requests


def names():
    response = requests.get("https://api.example.com/hosts", timeout=5)
    response.raise_for_status()
    return [host["name"] for host in response.json()["hosts"]]


for name in names():
    subprocess.call(f"ping -c 1 {name}", shell=True)
