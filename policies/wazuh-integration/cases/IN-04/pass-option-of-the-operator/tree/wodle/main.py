import sys
import urllib.request

urllib.request.urlopen("https://api.example.com/ip/" + sys.argv[1], timeout=5)
