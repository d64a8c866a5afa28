#!/bin/bash
set -eo pipefail
exec python3 "$(dirname "$0")/main.py"
