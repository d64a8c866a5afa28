#!/usr/bin/env bash
set -euo pipefail
STATE="${HERON_STATE:-/var/ossec/wodles/heron/state.json}"
LAST=$(jq -r .last "$STATE")
. /var/ossec/wodles/heron/.secrets
answer=$(curl -sS --max-time 20 -H "Authorization: Bearer $HERON_TOKEN" "https://api.heron.invalid/events?since=$LAST")
printf '%s\n' "$answer" | jq -c '.events[]'
printf '%s\n' "$answer" | jq -c '{last: .events[-1].time}' > "$STATE.new"
mv "$STATE.new" "$STATE"
