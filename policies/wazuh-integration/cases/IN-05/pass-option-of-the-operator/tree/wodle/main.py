import argparse
import os
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--program")
options = parser.parse_args()
subprocess.run([options.program, "--version"], check=True)
os.execv(sys.executable, [sys.executable] + sys.argv)
