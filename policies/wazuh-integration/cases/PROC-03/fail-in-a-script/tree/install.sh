#!/bin/bash
set -e
sudo /var/ossec/wodles/acme/run.sh
