import os
from pathlib import Path

import acme

hosts = Path("/etc/ssh/ssh_config").read_text().splitlines()
acme.login(hosts, os.environ["API_TOKEN"])
