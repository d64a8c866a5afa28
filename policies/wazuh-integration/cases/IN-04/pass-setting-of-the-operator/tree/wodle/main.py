import os
import urllib.request

BASE = os.environ["API_BASE_URL"]
urllib.request.urlopen(BASE + "/events", timeout=5)
