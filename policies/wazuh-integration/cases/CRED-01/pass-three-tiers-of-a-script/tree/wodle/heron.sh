#!/usr/bin/env bash
set -euo pipefail
if [ -r "${CREDENTIALS_DIRECTORY:-}/heron" ]; then
  token=$(cat "$CREDENTIALS_DIRECTORY/heron")
elif [ -r /var/ossec/wodles/heron/.secrets ]; then
  token=$(cat /var/ossec/wodles/heron/.secrets)
else
  token="$HERON_TOKEN"
fi
curl -sS --max-time 20 -H "Authorization: Bearer $token" https://api.heron.invalid/events
