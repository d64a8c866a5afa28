import os
import tempfile

CURRENT, PREVIOUS = "/var/ossec/queue/acme.json", "/var/ossec/queue/acme.json.1"


def unpack(archive):
    with tempfile.NamedTemporaryFile() as scratch:
        scratch.write(archive)
        rotate(scratch.name)
        put(CURRENT, PREVIOUS)
        return os.path.getsize(scratch.name)


def rotate(reason):
    os.replace(CURRENT, PREVIOUS)
    return reason


def save(path, text):
    with tempfile.NamedTemporaryFile("w", dir=os.path.dirname(path), delete=False) as handle:
        handle.write(text)
    os.replace(handle.name, path)


def store(path, text):
    with tempfile.NamedTemporaryFile("w", dir=os.path.dirname(path), delete=False) as handle:
        handle.write(text)
    put(handle.name, path)


def put(source, target):
    os.replace(source, target)
