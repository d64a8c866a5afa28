"""Hands the reports of a scanner on to the manager, line by line, without asking anybody for anything."""
import socket
import sys

MANAGER = ("127.0.0.1", 514)


def main():
    with socket.create_connection(MANAGER, timeout=5) as manager:
        for line in sys.stdin:
            manager.sendall(line.encode())


if __name__ == "__main__":
    main()
