import json
import urllib.request

with urllib.request.urlopen("https://api.acme.io/rules", timeout=5) as answer:
    rules = json.load(answer)
high = eval("[rule for rule in rules if rule['level'] > 3]", {"rules": rules})
