#!/bin/bash
set -euo pipefail
printf "started\n" >&2
echo started >> /var/ossec/logs/acme.log
exec python3 "$(dirname "$0")/main.py"
