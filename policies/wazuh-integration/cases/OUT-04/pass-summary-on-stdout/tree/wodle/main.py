import json
import sys
import traceback


def main():
    raise ValueError("x")


if __name__ == "__main__":
    try:
        main()
    except Exception as error:
        sys.stdout.write(json.dumps({"error": type(error).__name__}) + "\n")
        traceback.print_exc()
        sys.exit(1)
