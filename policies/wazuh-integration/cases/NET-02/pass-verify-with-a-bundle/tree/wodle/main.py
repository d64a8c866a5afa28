import requests

session = requests.Session()
session.verify = "/etc/ssl/own.pem"
response = session.get("https://api.example.com/", timeout=5)
response.raise_for_status()
