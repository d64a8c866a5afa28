import os


def run(command):
    return os.system(command)
