import requests

requests.get("https://api.example.com/", timeout=(5, None)).raise_for_status()
