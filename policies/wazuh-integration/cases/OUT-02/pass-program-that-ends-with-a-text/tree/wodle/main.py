import sys


def log(text):
    print(text, file=sys.stderr)


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: main.py ALERT")
    if not sys.argv[1].endswith(".alert"):
        raise SystemExit("no alert: " + sys.argv[1])
    log("started")


main()
