import json
import settings


class Store:
    def __init__(self, options):
        self.state_path = options.where

    def save(self, cursor):
        with open(self.state_path, "w") as handle:
            json.dump({"cursor": cursor}, handle)


def save(cursor):
    with open(settings.state_path(), "w") as handle:
        json.dump({"cursor": cursor}, handle)
