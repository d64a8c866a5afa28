import urllib.request

with urllib.request.urlopen("https://api.acme.io/rule", timeout=5) as answer:
    rule = compile(source=answer.read(), filename="rule", mode="eval")
