#!/bin/bash
set -euo pipefail
install -d -o root -g wazuh -m 0750 "$OSSEC/wodles/example/"
