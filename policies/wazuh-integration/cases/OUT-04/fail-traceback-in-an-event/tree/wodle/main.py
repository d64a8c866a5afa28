import json
import sys
import traceback


def emit(event):
    sys.stdout.write(json.dumps(event) + "\n")


def main():
    raise ValueError("x")


if __name__ == "__main__":
    try:
        main()
    except Exception:
        emit({"error": "crash", "detail": traceback.format_exc()})
