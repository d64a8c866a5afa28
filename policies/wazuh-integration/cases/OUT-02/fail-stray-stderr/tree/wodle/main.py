import sys


def log(text):
    sys.stderr.write(text + "\n")


def fetch():
    sys.stderr.write("no answer\n")


log("started")
fetch()
