#!/bin/bash
set -euo pipefail
mkdir -p /opt/acme
cp wodle/main.py /opt/acme/
chown root:wazuh /opt/acme/
chmod 750 /opt/acme/
