import os
import tempfile


def save(folder, target, text):
    with tempfile.NamedTemporaryFile("w", dir=folder, delete=False) as handle:
        handle.write(text)
    os.replace(handle.name, "/var/ossec/other/" + target)


def rotate(path):
    os.replace(path, path + ".1")
