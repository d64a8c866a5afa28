import ssl
import urllib.request


def context(host):
    made = ssl.create_default_context()
    if host == "old.acme-corp.net":
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
    return made


urllib.request.urlopen("https://old.acme-corp.net/", timeout=10, context=context("old.acme-corp.net"))
