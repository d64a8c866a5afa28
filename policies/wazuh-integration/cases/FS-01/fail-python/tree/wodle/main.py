import tempfile

LOCK = "/tmp/example.lock"


def scratch():
    return tempfile.NamedTemporaryFile(), tempfile.mkdtemp(dir=None)
