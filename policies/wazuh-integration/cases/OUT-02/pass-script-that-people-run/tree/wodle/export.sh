#!/bin/bash
set -euo pipefail
jq -c ".[]" events.json
