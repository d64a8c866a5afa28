import requests


def session():
    made = requests.Session()
    made.verify = False
    return made


session().get("https://api.example.com/", timeout=5).raise_for_status()
