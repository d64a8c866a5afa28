import json
import os
import subprocess
import urllib.parse
import urllib.request

with open("/var/ossec/etc/acme.conf") as handle:
    state = json.load(handle)
urllib.request.urlopen(f"https://api.example.com/events?after={state['start']}", timeout=10)
