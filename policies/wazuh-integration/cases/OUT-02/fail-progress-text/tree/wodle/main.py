import sys

sys.stdout.write("fetching events\n")
