import sys

sys.stderr.write("x\n")
