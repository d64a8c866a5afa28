import httpx

client = httpx.Client(verify=False, timeout=10)


def read():
    return client.get("https://api.acme.invalid-company.io/v1").json()
