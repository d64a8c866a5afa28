import os

import requests

proxies = {"https": os.environ.get("HTTPS_PROXY")}
requests.get("https://api.example.com/", proxies=proxies, timeout=5).raise_for_status()
