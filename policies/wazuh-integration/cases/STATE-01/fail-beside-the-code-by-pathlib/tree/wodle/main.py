from pathlib import Path

STATE = Path(__file__).resolve().parent / "state.json"
STATE.write_text("1")
