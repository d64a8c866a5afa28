#!/usr/bin/env bash
set -euo pipefail
fail() {
  jq -nc --arg text "$1" '{integration: "godwit", type: "error", godwit_message: $text}'
  exit 1
}
curl -sS --max-time 20 https://api.godwit.invalid/events || fail "no answer"
