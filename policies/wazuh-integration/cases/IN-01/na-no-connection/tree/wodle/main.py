import json
import sys

for line in sys.stdin:
    print(json.loads(line)["rule"]["id"])
