import ssl
import urllib.request

context = ssl.create_default_context(cafile="/etc/ssl/own.pem")
urllib.request.urlopen("https://api.example.com/", timeout=5, context=context)
