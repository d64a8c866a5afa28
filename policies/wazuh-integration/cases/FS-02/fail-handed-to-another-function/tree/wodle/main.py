import os
import tempfile


def put(source, target):
    os.replace(source, target)


def save(path, text):
    with tempfile.NamedTemporaryFile("w", delete=False) as handle:
        handle.write(text)
    put(handle.name, path)
