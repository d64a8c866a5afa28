#!/bin/bash
set -euo pipefail
token="${HERON_TOKEN:-}"
[ -n "$token" ] || token=$(cat /var/ossec/wodles/heron/.secrets)
curl -sS --max-time 20 -H "Authorization: Bearer $token" https://api.heron.invalid/events
