import urllib.request

urllib.request.urlopen("https://api.example.com/", timeout=10)
