#!/bin/bash
set -euo pipefail
for package in requests; do
  pip install "$package"
done
