#!/bin/bash
set -euo pipefail
install -o root -g wazuh -m 0640 secrets.template /var/ossec/wodles/example/.secrets
