"""evaluate.py ENTRYPOINT MODULE FACTS …, any number of the three: what the modules answer, through opa-wasmtime."""

import json
import sys
from pathlib import Path

from opa_wasmtime import OPAPolicy


def evaluate(entrypoint: str, module: str, facts: str) -> object:
    policy = OPAPolicy(module)
    answer = policy.evaluate(json.loads(Path(facts).read_text()), entrypoint)
    return answer[0]["result"]


given = sys.argv[1:]
for start in range(0, len(given), 3):
    sys.stdout.write(json.dumps(evaluate(*given[start : start + 3])) + "\n")
