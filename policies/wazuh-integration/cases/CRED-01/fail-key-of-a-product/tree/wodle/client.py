import os
import urllib.request

KEY = os.environ["PLOVER_KEY"]
ORDER = os.environ["SORT_KEY"], os.environ.get("CACHE_KEY", ""), os.environ.get("GROUP_KEY", "")

urllib.request.urlopen(urllib.request.Request("https://api.plover.invalid/", headers={"X-Key": KEY}), timeout=10)
