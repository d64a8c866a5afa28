"""The cursor between two runs."""
import json
import os
import tempfile


def load_state(path):
    try:
        with open(path, encoding="utf-8") as handle:
            state = json.load(handle)
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def save_state(path, state):
    """Another process sees the old file or the new one, never half of it."""
    descriptor, name = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".state-")
    with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
        json.dump(state, handle)
    os.replace(name, path)
