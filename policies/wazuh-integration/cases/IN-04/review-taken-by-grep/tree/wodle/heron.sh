#!/usr/bin/env bash
set -euo pipefail
since=$(grep -o "[0-9]*" cursor)
curl -sS --max-time 20 "https://api.heron.invalid/events?since=$since"
