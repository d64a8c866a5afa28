with open("/tmp/acme.txt", "w") as handle:
    handle.write("x")
