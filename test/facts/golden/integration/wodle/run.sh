#!/usr/bin/env bash
# Starts the integration; see https://docs.example.org/run for its options.
set -eu -o pipefail

HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export GUARD_URL="${GUARD_URL:-https://guard.example.org/api}"

PYTHON="$(command -v python3 || true)"
if [ -z "$PYTHON" ]; then
  echo '{"type":"error","message":"python3 not found"}' >&2
  exit 1
fi

exec "$PYTHON" "$HERE/guard.py" "$@"
