import os
import sys
from pathlib import Path

PRIVATE_KEY = Path(os.getenv("ACME_PRIVATE_KEY", "/var/ossec/wodles/acme/private.pem"))

if not PRIVATE_KEY.exists():
    sys.stderr.write(f"no key at {PRIVATE_KEY}\n")
