import httpx


def version():
    return httpx.get("https://api.acme.io/version", timeout=10).raise_for_status().text


def client():
    return httpx.AsyncClient(proxy="http://proxy.corp.net:3128", timeout=10)
