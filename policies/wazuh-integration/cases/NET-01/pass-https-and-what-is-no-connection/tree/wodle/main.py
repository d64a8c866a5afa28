"""Reads from http://api.vendor.io, which redirects."""
import requests

API = "https://api.vendor.io/v1"
LOCAL = "http://localhost:9200"
NAMESPACE = "http://www.w3.org/2005/Atom"
HELP = "Manual: <http://www.vendor.io/manual>"


def get(url):
    # http://api.vendor.io would be redirected
    if url.startswith("http://"):
        raise ValueError("not without TLS")
    session = requests.Session()
    session.mount("http://", None)
    return session.get(API, timeout=10)
