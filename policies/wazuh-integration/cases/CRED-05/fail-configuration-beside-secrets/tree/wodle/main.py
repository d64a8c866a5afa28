import configparser


def load():
    parser = configparser.ConfigParser()
    parser.read("/etc/acme/acme.ini")
    with open("/etc/acme/api.secret") as source:
        return parser["api"]["url"], source.read()
