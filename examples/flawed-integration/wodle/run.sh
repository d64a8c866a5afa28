#!/bin/bash
# Starts the integration; Wazuh calls it every five minutes.

WODLE_DIR="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
python3 "${WODLE_DIR}/acme_events.py" "$@"
