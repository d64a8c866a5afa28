import os

import requests

VERIFY = os.getenv("ACME_VERIFY", "false").lower() == "true"
requests.get("https://api.acme.invalid-company.io/events", verify=VERIFY, timeout=10)
