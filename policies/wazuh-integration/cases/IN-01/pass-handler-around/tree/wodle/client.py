import requests


def first():
    response = requests.get("https://api.example.com/events", timeout=(3, 10))
    response.raise_for_status()
    try:
        return response.json()["data"]["items"][0]
    except (KeyError, IndexError, TypeError):
        return None


first()
