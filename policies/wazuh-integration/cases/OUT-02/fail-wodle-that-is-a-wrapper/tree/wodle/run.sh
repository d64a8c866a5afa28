#!/bin/bash
set -euo pipefail
echo "Starting"
exec python3 wodle/main.py
