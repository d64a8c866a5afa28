import requests

LIMITS = (3.05, 27)
session = requests.Session()
session.get("https://api.example.com/", timeout=LIMITS).raise_for_status()
