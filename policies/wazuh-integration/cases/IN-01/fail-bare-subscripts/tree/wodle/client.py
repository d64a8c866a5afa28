import requests


def first():
    response = requests.get("https://api.example.com/events", timeout=(3, 10))
    response.raise_for_status()
    body = response.json()
    return body["data"]["items"][0]


first()
