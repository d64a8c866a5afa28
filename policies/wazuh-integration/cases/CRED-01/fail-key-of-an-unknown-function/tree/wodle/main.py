import urllib.request

from vault import header

request = urllib.request.Request("https://api.vendor.io/", headers=header())
urllib.request.urlopen(request, timeout=5)
