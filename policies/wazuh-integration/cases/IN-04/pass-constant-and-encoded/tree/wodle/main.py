import sys
import urllib.parse
import urllib.request

address = urllib.parse.quote(sys.argv[1], safe="")
urllib.request.urlopen(f"https://api.example.com/ip/{address}", timeout=5)
