import os
import urllib.request


def load(path):
    with open(path) as handle:
        return dict(line.strip().split("=", 1) for line in handle)


settings = load(os.path.join(os.path.dirname(__file__), "vendor.env"))
request = urllib.request.Request("https://api.example.com/", headers={"Authorization": settings["API_TOKEN"]})
urllib.request.urlopen(request, timeout=5)
