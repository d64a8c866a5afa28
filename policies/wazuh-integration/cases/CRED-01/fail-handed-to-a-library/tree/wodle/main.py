import os

from acme import Client

MODE = os.getenv("MODE", "token")
client = Client(token=os.getenv("API_TOKEN"), home=os.environ["HOME"])
with open("/var/lib/acme/names.txt") as handle:
    client.watch(handle.read())
