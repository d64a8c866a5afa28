import os
import tempfile


def scratch(text):
    handle, name = tempfile.mkstemp()
    os.write(handle, text)
    return name


def save(path, text):
    name = scratch(text)
    os.replace(name, path)


def probe():
    with tempfile.NamedTemporaryFile("w") as handle:
        handle.write("thrown away")
