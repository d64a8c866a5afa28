import json
import urllib.parse
import urllib.request

with open("state.json") as handle:
    state = json.load(handle)
query = urllib.parse.urlencode({"after": state["cursor"]})
urllib.request.urlopen("https://api.example.com/events?" + query, timeout=5)
with open("state.json", "w") as handle:
    json.dump({"cursor": "x"}, handle)
