#!/bin/bash
set -euo pipefail
echo "Nothing to do"
