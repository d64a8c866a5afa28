import os
import tempfile


def written(path, text):
    with tempfile.NamedTemporaryFile("w", dir=os.path.dirname(path), delete=False) as handle:
        handle.write(text)
    return handle.name


def promote(path, text):
    name = written(path, text)
    os.replace(name, path)
