#!/bin/sh
set -e
chown root:wazuh /var/ossec/wodles/acme
