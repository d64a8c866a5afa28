import json
import sys


def main():
    sys.stdout.write(json.dumps({"ok": True}))


if __name__ == "__main__":
    try:
        main()
    except KeyError:
        sys.exit(1)
