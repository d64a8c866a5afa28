#!/bin/bash
# Starts the integration.
set -o errexit
set -u -o pipefail
exec python3 /opt/example/main.py
