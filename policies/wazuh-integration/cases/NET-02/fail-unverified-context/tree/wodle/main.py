import ssl
import urllib.request

context = ssl._create_unverified_context()
urllib.request.urlopen("https://api.example.com/", timeout=5, context=context)
