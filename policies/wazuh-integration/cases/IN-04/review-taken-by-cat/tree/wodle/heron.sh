#!/usr/bin/env bash
set -euo pipefail
since=$(cat cursor)
curl -sS --max-time 20 "https://api.heron.invalid/events?since=$since"
