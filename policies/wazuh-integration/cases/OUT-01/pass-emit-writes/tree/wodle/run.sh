#!/bin/bash
set -euo pipefail
echo "starting" >&2
exec python3 "$(dirname "$0")/main.py"
