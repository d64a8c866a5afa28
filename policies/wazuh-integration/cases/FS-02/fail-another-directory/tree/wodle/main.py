import os
import tempfile


def save(path, text):
    descriptor, name = tempfile.mkstemp(dir="/var/lib/example")
    os.write(descriptor, text)
    os.close(descriptor)
    os.rename(name, path)


save("/var/ossec/wodles/example/state.json", b"{}")
