#!/usr/bin/env python3
"""What is no address of a machine never comes into the one that is asked."""
import ipaddress
import json
import sys
import urllib.request


def ask(address):
    return urllib.request.urlopen(f"https://intel.whimbrel.invalid/{address}", timeout=10).read()


def main():
    with open(sys.argv[1]) as file:
        alert = json.load(file)
    ask(ipaddress.ip_address(alert["data"]["srcip"]))


main()
