import json


def main():
    return json.loads("{")


if __name__ == "__main__":
    main()
