import sys
import urllib.request

name = sys.stdin.readline()
urllib.request.urlopen(f"https://api.example.com/users/{name}", timeout=10)
