import os
import ssl
import urllib.request


def fetch(url):
    return urllib.request.urlopen(url, timeout=5, context=ssl._create_unverified_context())


fetch(os.environ["ACME_URL"])
