import requests

requests.get("https://api.example.com/a", timeout=5).raise_for_status()
requests.post("https://api.example.com/b", json={}).raise_for_status()
