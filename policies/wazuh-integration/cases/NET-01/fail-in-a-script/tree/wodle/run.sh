#!/bin/sh
set -eu
export API_URL="http://api.vendor.io"
exec python3 "$(dirname "$0")/main.py"
