import os
from concurrent.futures import ThreadPoolExecutor

import requests


def token_of(tenant):
    return tenant, os.environ["API_TOKEN"]


def count(token):
    answer = requests.get("https://api.acme.invalid/v1/count", headers={"Authorization": token}, timeout=5)
    return answer.json()


def same(value):
    return value


token = os.environ["API_TOKEN"]
with ThreadPoolExecutor() as pool:
    jobs = [(name, pool.submit(count, token)) for name in ("a", "b")]
    for name, job in jobs:
        print(name, job.result())
    print(pool.submit(same, token).result())
    for found in pool.map(token_of, ["a", "b"]):
        print(found)
