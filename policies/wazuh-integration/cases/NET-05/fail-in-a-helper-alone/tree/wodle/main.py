import os
import requests


def fetch(url):
    return requests.get(url, timeout=5, proxies={"https": "http://proxy.acme.io:3128"})


fetch(os.environ["ACME_URL"])
