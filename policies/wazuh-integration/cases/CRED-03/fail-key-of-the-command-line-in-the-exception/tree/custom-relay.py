import json
import sys


def level_of(alert):
    return int(alert["rule"]["level"])


def main(args):
    user, word = args[2].split(":", 1)
    with open(args[1]) as source:
        level = level_of(json.load(source))
    if level > 9:
        sys.stderr.write(f"error: no alert for {user}, {word}\n")
    if level == 0:
        raise ValueError(f"no rule for {user}, {word}")


main(sys.argv)
