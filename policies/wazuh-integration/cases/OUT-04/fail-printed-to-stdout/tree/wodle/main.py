import sys
import traceback


def main():
    raise ValueError("x")


if __name__ == "__main__":
    try:
        main()
    except Exception:
        traceback.print_exc(file=sys.stdout)
