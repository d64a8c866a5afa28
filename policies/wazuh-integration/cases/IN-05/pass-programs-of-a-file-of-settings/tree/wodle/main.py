import subprocess
import sys

with open(sys.argv[1]) as file:
    programs = file.read().splitlines()
for program in programs:
    subprocess.run([program, "--version"], check=False)
