import os
import subprocess
import tempfile


def convert(text):
    with tempfile.NamedTemporaryFile("w", delete=False) as handle:
        handle.write(text)
    try:
        return subprocess.check_output(["/usr/bin/plutil", handle.name])
    finally:
        os.unlink(handle.name)
