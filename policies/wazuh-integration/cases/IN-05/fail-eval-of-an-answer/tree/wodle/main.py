import urllib.request

with urllib.request.urlopen("https://api.example.com/", timeout=5) as response:
    rule = eval(response.read())
