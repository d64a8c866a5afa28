#!/bin/bash
set -euo pipefail
echo "Exporting to /opt/acme/events.json ..."
curl -sS --max-time 10 https://api.acme.invalid-company.io/events | jq -c '.[]' > /opt/acme/events.json
