#!/bin/bash
set -euo pipefail
STATE_FILE="/var/ossec/wodles/example/last_id"
echo 1 > "$STATE_FILE"
