import urllib.request


def fetch(url, timeout=30):
    return urllib.request.urlopen(url, timeout=timeout)
