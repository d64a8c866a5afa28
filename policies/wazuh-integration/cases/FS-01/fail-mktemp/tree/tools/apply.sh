#!/bin/bash
set -euo pipefail
out=$(mktemp /tmp/apply.XXXXXX)
mktemp
rm -f "$out"
