import sys

import requests

response = requests.get("https://api.example.com/ip", params={"address": sys.argv[1]}, timeout=5)
response.raise_for_status()
