SECRETS_FILE = "/var/ossec/integrations/acme/acme.dat"


def key():
    with open(SECRETS_FILE) as source:
        return source.read()
