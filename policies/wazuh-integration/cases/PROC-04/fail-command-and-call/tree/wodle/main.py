import os

os.chmod("helper", 0o4750)
