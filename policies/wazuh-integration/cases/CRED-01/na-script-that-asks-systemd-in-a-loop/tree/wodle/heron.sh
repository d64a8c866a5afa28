#!/bin/bash
set -euo pipefail
for file in "$CREDENTIALS_DIRECTORY/heron" /var/ossec/wodles/heron/.secrets; do
  if test -r "$file"; then token=$(cat "$file"); break; fi
done
grep -q . "$CREDENTIALS_DIRECTORY/heron"
curl -sS --max-time 20 -H "Authorization: Bearer $token" https://api.heron.invalid/events
