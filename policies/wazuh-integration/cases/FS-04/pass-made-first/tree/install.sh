#!/bin/bash
mkdir -p /opt/acme/wodle
chmod 750 /var/ossec/wodles/example/
chown root:wazuh /var/ossec/wodles/example/
