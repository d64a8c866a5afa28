#!/bin/bash
set -euo pipefail
curl -sSm 30 "https://api.example.com/v1/logs"
curl -sS --connect-timeout 5 "https://api.example.com/v1/logs"
