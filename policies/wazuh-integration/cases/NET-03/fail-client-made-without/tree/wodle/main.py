import httpx

client = httpx.Client(timeout=None)


def read():
    return client.get("https://api.acme.invalid-company.io/v1").json()
