import os
import urllib.request

PATH = "/var/ossec/wodles/example/.secrets"


def store(token):
    with open(PATH, "w") as handle:
        handle.write(token)
    os.chmod(PATH, 0o600)


def token():
    with open(PATH) as handle:
        return handle.read()


store(os.environ["API_TOKEN"])
request = urllib.request.Request("https://api.example.com/", headers={"Authorization": token()})
urllib.request.urlopen(request, timeout=5)
