import sys


def fetch():
    sys.stderr.write("no answer\n")


def save():
    sys.stderr.write("cannot write\n")


fetch()
save()
