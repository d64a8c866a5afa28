#!/bin/bash
set -euo pipefail
echo 1 > /var/ossec/wodles/acme/notice.txt
