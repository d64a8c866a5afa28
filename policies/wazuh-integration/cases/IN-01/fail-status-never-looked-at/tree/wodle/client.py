import requests

response = requests.get("https://api.example.com/events", timeout=(3, 10))
body = response.json()
print(body.get("items", []))
