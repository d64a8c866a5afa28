import requests

answer = requests.get("https://api.acme.io/answer", timeout=5)
answer.raise_for_status()
text = answer.json()["choices"][0]["message"]["content"]
