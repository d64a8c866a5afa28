import sys

print("started", file=sys.stderr)
