import requests


class Client:
    def __init__(self):
        self.session = requests.Session()

    def events(self):
        return self.session.get("https://api.example.com/events")


Client().events().raise_for_status()
