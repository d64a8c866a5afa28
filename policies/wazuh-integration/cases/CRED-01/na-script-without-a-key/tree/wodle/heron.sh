#!/usr/bin/env bash
set -euo pipefail
curl -sS --max-time 20 https://api.heron.invalid/events
grep -c token /var/log/heron
