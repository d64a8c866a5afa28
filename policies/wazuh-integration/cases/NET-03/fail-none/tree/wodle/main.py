import requests

requests.get("https://api.example.com/", timeout=None).raise_for_status()
