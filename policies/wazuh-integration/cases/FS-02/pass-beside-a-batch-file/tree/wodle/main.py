import os
import tempfile


def save(path, text):
    with tempfile.NamedTemporaryFile("w", dir=os.path.dirname(path), delete=False) as handle:
        handle.write(text)
    os.replace(handle.name, path)


save("/var/ossec/wodles/example/state.json", "{}")
