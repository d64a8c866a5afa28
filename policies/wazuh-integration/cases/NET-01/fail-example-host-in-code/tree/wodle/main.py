"""Reads from http://api.example/v1."""
import urllib.request

API = "http://api.example/v1"


def read():
    with urllib.request.urlopen(API, timeout=10) as answer:
        return answer.read()
