#!/usr/bin/env python3
"""Asks for each indicator that an alert holds."""
import json
import re
import sys
import urllib.request

BASE = "https://intel.whimbrel.invalid/indicator/"


def indicators(alert):
    found = [alert["data"][key] for key in ("srcip", "domain") if key in alert["data"]]
    found += re.findall(r"[0-9a-f]{64}", json.dumps(alert))
    return sorted(set(found))


def ask(indicator):
    with urllib.request.urlopen(BASE + indicator, timeout=10) as response:
        return json.load(response)


def main():
    with open(sys.argv[1]) as file:
        alert = json.load(file)
    for indicator in indicators(alert):
        # Here it leaves the alert unencoded.
        ask(indicator)


main()
