import urllib.request


def fetch(url, timeout=None):
    return urllib.request.urlopen(url, timeout=timeout)


fetch("https://api.example.com/")
