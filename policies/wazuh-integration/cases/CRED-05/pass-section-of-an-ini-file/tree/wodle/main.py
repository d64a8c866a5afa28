import configparser


def secret(path="/var/ossec/etc/acme.ini"):
    parser = configparser.ConfigParser()
    parser.read(path)
    section = parser["acme"] if parser.has_section("acme") else {}
    return section.get("client_secret")
