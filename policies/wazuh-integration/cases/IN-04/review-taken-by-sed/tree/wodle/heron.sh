#!/usr/bin/env bash
set -euo pipefail
since=$(sed -n 1p cursor)
curl -sS --max-time 20 "https://api.heron.invalid/events?since=$since"
