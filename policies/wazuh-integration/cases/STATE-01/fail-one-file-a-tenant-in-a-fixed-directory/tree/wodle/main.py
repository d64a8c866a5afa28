"""Keeps a cursor for each tenant that the command line names."""
import sys

CURSOR = "/var/ossec/wodles/heron_cursor"


def save(cursor, tenant):
    path = f"{CURSOR}_{tenant}.txt"
    # Whatever the tenant, the directory is the constant's.
    with open(path, "w") as file:
        file.write(cursor)


def main():
    save("42", sys.argv[1])


if __name__ == "__main__":
    main()
