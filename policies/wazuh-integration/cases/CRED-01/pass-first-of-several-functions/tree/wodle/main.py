import os
import urllib.request


def first_of(*sources):
    for source in sources:
        value = source()
        if value:
            return value
    raise LookupError("nothing is configured")


def text_of(path):
    with open(path) as source:
        return source.read()


KEY = first_of(
    lambda: text_of(os.path.join(os.environ["CREDENTIALS_DIRECTORY"], "acme")),
    lambda: text_of("/var/ossec/wodles/acme/.secrets"),
    lambda: os.environ.get("ACME_API_KEY"),
)

urllib.request.urlopen("https://api.acme.io", timeout=5)
