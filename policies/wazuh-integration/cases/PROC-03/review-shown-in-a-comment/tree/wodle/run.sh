#!/bin/bash
# Not like this: sudo /var/ossec/wodles/acme/run.sh
set -euo pipefail
exec python3 "$(dirname "$0")/main.py"
