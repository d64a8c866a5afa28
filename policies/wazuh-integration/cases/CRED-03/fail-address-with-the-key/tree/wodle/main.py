import os
import urllib.error
import urllib.request


class Client:
    def __init__(self, secret):
        self.held = secret

    def read(self, path):
        url = "https://api.acme.invalid-company.io/{}?apikey={}".format(path, self.held)
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            raise RuntimeError("%s: %s" % (url, error.code)) from None
