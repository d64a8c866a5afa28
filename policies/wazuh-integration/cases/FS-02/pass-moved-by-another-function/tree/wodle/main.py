import os
import tempfile


def scratch(text):
    with tempfile.NamedTemporaryFile("w", dir="/var/ossec/queue") as handle:
        handle.write(text)


def move(path):
    os.replace("/var/ossec/other/x", path)
