import os
from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
REAL = os.path.dirname(os.path.realpath(__file__))
FOLDER = Path(__file__).absolute().parent


def save(text):
    with open(os.path.join(HERE, "state.json"), "w") as handle:
        handle.write(text)
    with open(os.path.join(REAL, "state.json"), "w") as handle:
        handle.write(text)
    (FOLDER / "state.json").write_text(text)
