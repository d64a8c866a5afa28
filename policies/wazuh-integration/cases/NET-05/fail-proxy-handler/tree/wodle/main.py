import urllib.request

handler = urllib.request.ProxyHandler({"https": "http://10.1.1.1:3128"})
opener = urllib.request.build_opener(handler)
opener.open("https://api.example.com/", timeout=5)
