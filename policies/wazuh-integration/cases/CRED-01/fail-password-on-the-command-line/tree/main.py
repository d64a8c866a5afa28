"""The command line of a program can be read by everybody on the machine."""
import argparse
import urllib.request

parser = argparse.ArgumentParser()
parser.add_argument("-p", "--password", required=True)
parser.add_argument("--token-file")
options = parser.parse_args()
urllib.request.urlopen("https://api.knot.invalid/login", data=options.password.encode(), timeout=10)
