import requests


class Session(requests.Session):
    def request(self, method, url, **options):
        options.setdefault("timeout", 10)
        return super().request(method, url, **options)


def read(session):
    answer = session.get("https://api.acme.invalid-company.io/v1")
    answer.raise_for_status()
    return answer.json().get("events", [])


read(Session())
