#!/bin/bash
set -euo pipefail
token=$(cat /var/ossec/wodles/heron/.secrets)
host=$(jq -r .host /var/ossec/wodles/heron/.secrets)
echo "token $token" >&2
echo "token ${token:+set} at $host" >&2
