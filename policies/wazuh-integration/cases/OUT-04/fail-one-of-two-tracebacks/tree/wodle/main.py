import json
import sys
import traceback


def keep():
    kept = {"trace": traceback.format_exc()}
    sys.stderr.write(json.dumps(kept))


def main():
    try:
        keep()
    except Exception:
        keep()
        event = {}
        event["trace"] = traceback.format_exc()
        event["kind"] = "error"
        sys.stdout.write(json.dumps(event))


if __name__ == "__main__":
    main()
