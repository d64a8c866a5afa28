import subprocess
import sys

subprocess.run(["iptables", "-I", "INPUT", "-s", sys.argv[3]], check=True)
