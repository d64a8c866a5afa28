import json
import sys
import traceback


def main():
    raise ValueError("x")


if __name__ == "__main__":
    try:
        main()
    except Exception as error:
        kept = {"trace": traceback.format_exc()}
        sys.stderr.write(json.dumps(kept))
        sys.stdout.write(json.dumps({"error": str(error)}))
