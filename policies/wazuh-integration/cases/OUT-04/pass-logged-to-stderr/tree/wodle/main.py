import logging
import sys

logger = logging.getLogger("example")
logger.addHandler(logging.StreamHandler(sys.stderr))


def main():
    return 1 / 0


if __name__ == "__main__":
    try:
        main()
    except Exception:
        logger.exception("failed")
