import json
import os
import sys


class Message:
    def __init__(self):
        self.alert = {}

    @property
    def source(self):
        return self.alert["parameters"]["alert"]["data"]["srcip"]


def read_message():
    message = Message()
    message.alert = json.loads(sys.stdin.readline())
    return message


def main():
    message = read_message()
    os.system("iptables -A INPUT -s " + message.source)


main()
