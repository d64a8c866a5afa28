#!/bin/bash
set -euo pipefail
echo "asking since yesterday" >&2
curl -sS --max-time 10 https://api.acme.invalid-company.io/events | jq -c '.[]' | while read -r event; do
  echo "$event"
done
echo '{"integration": "acme", "done": true}'
