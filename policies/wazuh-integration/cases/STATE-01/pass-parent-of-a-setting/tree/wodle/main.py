import os
from pathlib import Path

FOLDER = Path(os.environ["ACME_CONFIG"]).parent
(FOLDER / "state.json").write_text("1")
