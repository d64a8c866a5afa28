#!/bin/bash
set -euo pipefail
: "${HERON_STATE:=/var/lib/heron/heron.since}"
. "$(dirname "$0")/.secrets"
since=$(cat "$HERON_STATE")
echo "$since" > "$HERON_STATE.new"
mv -f "$HERON_STATE.new" "$HERON_STATE"
