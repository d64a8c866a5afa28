#!/bin/bash
set -euo pipefail
curl -sS --max-time 30 "https://api.example.com/v1/token" > /dev/null
curl -sS -H "Accept: application/json" "https://api.example.com/v1/logs"
