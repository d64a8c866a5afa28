import os


class ConfigurationError(Exception):
    pass


def need(name):
    value = os.environ.get(name)
    if not value:
        raise ConfigurationError(f"{name} is not set")
    return value


need("API_TOKEN")
