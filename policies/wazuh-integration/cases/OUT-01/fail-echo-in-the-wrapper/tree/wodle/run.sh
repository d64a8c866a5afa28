#!/bin/bash
set -euo pipefail
echo "starting example"
exec python3 "$(dirname "$0")/main.py"
