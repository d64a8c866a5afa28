#!/bin/bash
set -euo pipefail
chmod a+r /var/ossec/wodles/example/main.py
