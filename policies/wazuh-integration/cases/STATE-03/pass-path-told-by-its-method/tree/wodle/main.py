import json
import os


class Bookmark:
    def __init__(self, path):
        self.path = path

    def read(self):
        return json.loads(self.path.read_text())

    def write(self, after):
        fresh = self.path.with_suffix(".new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT, 0o640)
        with os.fdopen(descriptor, "w") as out:
            json.dump({"after": after}, out)
        os.replace(fresh, self.path)
