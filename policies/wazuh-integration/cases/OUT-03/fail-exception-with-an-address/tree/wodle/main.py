import urllib.error
import urllib.request


class AcmeError(Exception):
    pass


def fetch(key):
    url = "https://api.acme.io/events?api_key={}".format(key)
    try:
        return urllib.request.urlopen(url, timeout=5).read()
    except urllib.error.HTTPError as error:
        raise AcmeError("%s: %s" % (url, error.code)) from error
