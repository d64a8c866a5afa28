import sys
import urllib.request

answer = input()
url = f"https://api.example.com/events?api_key={answer}"
try:
    urllib.request.urlopen(url, timeout=10)
except OSError:
    sys.stderr.write(f"no answer from {url}\n")
