import urllib.request

urllib.request.urlopen("https://api.corp.io/v1/events", timeout=10)
