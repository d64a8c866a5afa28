import http.client

connection = http.client.HTTPSConnection("api.example.com", timeout=10)
connection.request("GET", "/")
answer = connection.getresponse()
if answer.status != 200:
    raise SystemExit(1)
