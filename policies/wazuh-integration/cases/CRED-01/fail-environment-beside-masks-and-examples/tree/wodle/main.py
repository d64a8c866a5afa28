"""Reads events of the vendor.

The environment holds "api_token": "<your-token>" and nothing else.
"""
import os
import sys
import urllib.request

INVALID_TOKEN = "auth.invalid_token"


def main():
    # api_token = "YOUR_TOKEN"
    token = os.environ["API_TOKEN"]
    shown = {"url": "https://api.example.com/", "token": token}
    shown["token"] = "***"
    sys.stderr.write(str(sorted(shown)))
    urllib.request.urlopen(urllib.request.Request(shown["url"], headers={"Authorization": token}), timeout=10)


main()
