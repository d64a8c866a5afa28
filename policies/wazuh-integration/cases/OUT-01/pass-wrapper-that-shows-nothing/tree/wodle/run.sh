#!/bin/bash
set -euo pipefail
echo started >&2
date > started
mkdir -p cache
exec python3 "$(dirname "$0")/main.py"
