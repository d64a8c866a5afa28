import sys
import urllib.request

page = sys.argv[1]
url = f"https://api.example.com/events?page_token={page}"
try:
    urllib.request.urlopen(url, timeout=10)
except OSError:
    sys.stderr.write(f"no answer from {url}\n")
