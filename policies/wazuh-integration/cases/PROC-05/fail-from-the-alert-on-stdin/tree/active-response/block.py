import json
import os
import sys


def main():
    alert = json.loads(sys.stdin.readline())
    os.system("iptables -I INPUT -s " + alert["parameters"]["alert"]["data"]["srcip"] + " -j DROP")


main()
