#!/bin/bash
set -euo pipefail
printf "started\n"
exec python3 "$(dirname "$0")/main.py"
