import ssl
import urllib.request


def context():
    made = ssl.create_default_context()
    made.check_hostname = False
    made.verify_mode = ssl.CERT_NONE
    return made


urllib.request.urlopen("https://api.example.com/", timeout=5, context=context())
