import os
import tempfile


def scratch(text):
    with tempfile.NamedTemporaryFile("w", delete=False) as handle:
        handle.write(text)
    return handle.name


def save(path, text):
    name = scratch(text)
    os.replace(name, path)
