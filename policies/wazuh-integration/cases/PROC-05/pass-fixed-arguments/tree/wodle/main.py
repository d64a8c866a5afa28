import subprocess

subprocess.run(["systemctl", "is-active", "wazuh-agent"], check=False)
