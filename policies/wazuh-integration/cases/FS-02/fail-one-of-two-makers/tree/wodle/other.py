import os
import tempfile


def put(name, path):
    os.replace(name, path)


def save(path, text):
    with tempfile.NamedTemporaryFile("w") as probe:
        probe.write("thrown away")
    handle, name = tempfile.mkstemp()
    os.write(handle, text)
    put(name, path)
