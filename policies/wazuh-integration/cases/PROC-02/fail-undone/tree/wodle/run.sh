#!/bin/bash
set -euo pipefail
set +e
exec python3 ./main.py
