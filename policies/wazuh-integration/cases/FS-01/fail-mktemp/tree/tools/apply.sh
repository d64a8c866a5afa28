#!/bin/bash
set -euo pipefail
out=$(mktemp /tmp/apply.XXXXXX)
mktemp
mktemp -d
rm -f "$out"
