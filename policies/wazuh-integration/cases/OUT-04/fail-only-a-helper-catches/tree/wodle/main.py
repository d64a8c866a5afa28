import json


def parse(text):
    try:
        return json.loads(text)
    except Exception:
        return None


def main():
    return parse("{")["a"]


if __name__ == "__main__":
    main()
