import os
import tempfile
from pathlib import Path


def save(path: Path, text):
    descriptor, name = tempfile.mkstemp(
        prefix=path.name,
        dir=path.parent,
    )
    os.write(descriptor, text.encode())
    os.close(descriptor)
    os.replace(name, path)


save(Path("/var/ossec/wodles/example/state.json"), "{}")
