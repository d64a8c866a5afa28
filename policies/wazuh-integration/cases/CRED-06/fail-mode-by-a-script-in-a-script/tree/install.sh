#!/bin/bash
python3 - <<EOF
import os, shutil
os.chmod("/var/ossec/integrations/acme/.secrets", 0o640)
shutil.chown("/var/ossec/integrations/acme/.secrets", "root", "wazuh")
EOF
