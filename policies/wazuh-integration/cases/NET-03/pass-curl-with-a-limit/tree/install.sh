#!/bin/bash
set -euo pipefail
curl -sSO "https://packages.example.com/agent.tar.gz"
tar -xzf agent.tar.gz -C /opt
cp wodle/fetch.sh /var/ossec/wodles/example/
chmod 750 /var/ossec/wodles/example/fetch.sh
chown root:wazuh /var/ossec/wodles/example/fetch.sh
