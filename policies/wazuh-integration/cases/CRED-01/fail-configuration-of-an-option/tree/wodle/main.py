import argparse
import json

import requests


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", default="/etc/acme/config.json")
    args = parser.parse_args()

    with open(args.config) as file:
        config = json.load(file)
    requests.get("https://api.acme.invalid-company.io", auth=("", config["api_key"]), timeout=5).raise_for_status()


main()
