import os

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "fields.json")) as handle:
    fields = handle.read()
with open("/var/lib/acme/cursor.json") as handle:
    cursor = handle.read()
