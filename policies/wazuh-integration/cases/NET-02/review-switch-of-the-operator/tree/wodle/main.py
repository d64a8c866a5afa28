import os

import requests

verify = os.environ.get("EXAMPLE_VERIFY", "true") == "true"
response = requests.get("https://api.example.com/", verify=verify, timeout=5)
response.raise_for_status()
