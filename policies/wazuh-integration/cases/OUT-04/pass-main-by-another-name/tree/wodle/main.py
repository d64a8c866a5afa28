import json
import sys


def parse(text):
    return json.loads(text)


def main():
    try:
        parse("{")["a"]
    except Exception as error:
        sys.stderr.write(f"failed: {type(error).__name__}\n")
        return 1
    return 0


def run():
    """The console script starts here, too."""
    sys.exit(main())


if __name__ == "__main__":
    run()
