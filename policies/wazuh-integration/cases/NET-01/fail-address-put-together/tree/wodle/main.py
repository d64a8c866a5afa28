import urllib.request

HOST = "api.acme-corp.net"
urllib.request.urlopen("http://" + HOST + "/events", timeout=10)
