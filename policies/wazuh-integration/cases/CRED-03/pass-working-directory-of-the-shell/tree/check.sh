#!/bin/bash
set -euo pipefail
[ -f rules.xml ] || { echo "Error: no rules.xml in ${PWD}" >&2; exit 1; }
