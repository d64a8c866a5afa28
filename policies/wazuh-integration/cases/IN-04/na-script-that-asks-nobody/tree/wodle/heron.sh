#!/usr/bin/env bash
set -euo pipefail
date +%s > /var/ossec/wodles/heron/last
