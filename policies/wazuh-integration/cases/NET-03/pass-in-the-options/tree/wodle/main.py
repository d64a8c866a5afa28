import urllib.request


def fetch(url):
    options = {"timeout": 10}
    return urllib.request.urlopen(url, **options)


fetch("https://api.example.com/")
