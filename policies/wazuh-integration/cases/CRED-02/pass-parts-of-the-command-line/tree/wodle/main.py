import optparse
import sys


def start():
    parser = optparse.OptionParser()
    parser.add_option("--host")
    options, rest = parser.parse_args()
    sys.stderr.write("asking " + options.host)
    address = rest[0]
    sys.stderr.write("asking " + address)


start()
