#!/bin/bash
# Starts the integration; Wazuh calls it every five minutes as the user wazuh.
set -euo pipefail

WODLE_DIR="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
exec python3 "${WODLE_DIR}/acme_events.py" "$@"
