import os
import tempfile


def dump(path, text):
    folder = os.path.dirname(path) or "."
    fd, name = tempfile.mkstemp(dir=folder)
    with os.fdopen(fd, "w") as handle:
        handle.write(text)
    os.replace(name, path)
