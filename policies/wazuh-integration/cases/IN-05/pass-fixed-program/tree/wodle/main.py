import subprocess

subprocess.run(["/var/ossec/bin/wazuh-control", "status"], check=True)
