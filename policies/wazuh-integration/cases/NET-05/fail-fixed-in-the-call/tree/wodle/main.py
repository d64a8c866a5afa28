import requests

PROXIES = {"https": "http://proxy.corp.example:3128"}
requests.get("https://api.example.com/", proxies=PROXIES, timeout=5).raise_for_status()
