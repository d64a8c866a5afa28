#!/bin/bash
# set -euo pipefail
exec python3 ./main.py
