import os
import shutil

os.makedirs("/var/ossec/wodles/example")
os.chmod("/var/ossec/wodles/example", 0o750)
shutil.chown("/var/ossec/wodles/example", "root", "wazuh")
