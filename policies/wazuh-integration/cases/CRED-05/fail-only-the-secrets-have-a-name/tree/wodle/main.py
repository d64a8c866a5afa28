def key():
    with open("/etc/acme/acme.secrets") as source:
        return source.read()
