import os
import urllib.request

from keystore import read_folder, read_file


def key():
    value = read_folder(os.environ["CREDENTIALS_DIRECTORY"], "api_key")
    if value:
        return value
    value = open("/var/ossec/wodles/acme/.secrets").read()
    if value:
        return value
    return os.environ["API_KEY"]


urllib.request.urlopen("https://api.vendor.io/?key=" + key(), timeout=5)
