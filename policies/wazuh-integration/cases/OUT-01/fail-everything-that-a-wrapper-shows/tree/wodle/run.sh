#!/bin/bash
set -euo pipefail
printf "%s\n" started
cat events.json
date
tee copy.json
exec python3 "$(dirname "$0")/main.py"
