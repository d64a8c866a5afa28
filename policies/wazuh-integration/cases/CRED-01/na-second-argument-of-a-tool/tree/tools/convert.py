import sys


def main(args):
    with open(args[2], "w") as target:
        target.write(args[1])


if __name__ == "__main__":
    main(sys.argv)
