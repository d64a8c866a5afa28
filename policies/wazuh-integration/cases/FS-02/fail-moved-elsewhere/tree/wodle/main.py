import os
import tempfile


def save(text):
    with tempfile.NamedTemporaryFile("w", dir="/var/ossec/queue", delete=False) as handle:
        handle.write(text)
    os.replace(handle.name, "/var/ossec/wodles/acme/state.json")
