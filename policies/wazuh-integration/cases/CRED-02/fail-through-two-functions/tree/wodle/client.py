import os
import sys


def note(text):
    sys.stderr.write(text + "\n")


def trace(label, value):
    note(f"{label}={value}")


def main():
    password = os.getenv("INDEXER_PASSWORD")
    trace("password", password)


main()
