"""/tmp is not used."""

NAME = "tmp/x"
OTHER = "/var/tmpfiles"


def f():
    """/tmp/x"""
