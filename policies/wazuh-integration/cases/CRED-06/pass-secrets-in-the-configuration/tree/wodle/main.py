import configparser


def load():
    parser = configparser.ConfigParser()
    parser.read("/etc/acme/acme.ini")
    return parser["api"]["client_secret"]
