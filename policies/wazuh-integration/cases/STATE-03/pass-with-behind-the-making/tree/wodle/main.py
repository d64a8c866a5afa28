import json
import os
import tempfile
from pathlib import Path


class Cursors:
    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self):
        return json.loads(self._path.read_text())

    def save(self, cursors):
        made = tempfile.NamedTemporaryFile("w", dir=self._path.parent, delete=False)
        with made:
            json.dump(cursors, made)
        os.replace(made.name, self._path)


Cursors(Path(os.environ["ACME_STATE"])).save({"after": 1})
