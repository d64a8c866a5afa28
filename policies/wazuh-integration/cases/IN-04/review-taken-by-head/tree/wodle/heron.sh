#!/usr/bin/env bash
set -euo pipefail
since=$(head -n 1 cursor)
curl -sS --max-time 20 "https://api.heron.invalid/events?since=$since"
