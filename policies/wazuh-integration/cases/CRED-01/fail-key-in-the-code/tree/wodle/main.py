import urllib.request

API_TOKEN = "REPLACE_WITH_YOUR_TOKEN"


def fetch(url):
    request = urllib.request.Request(url, headers={"Authorization": "Bearer " + API_TOKEN})
    return urllib.request.urlopen(request, timeout=10)
