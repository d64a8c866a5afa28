import requests

VERIFY = False


def fetch(url):
    return requests.get(url, verify=VERIFY, timeout=5)


fetch("https://api.example.com/").raise_for_status()
