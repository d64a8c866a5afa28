import yaml
from yaml import CSafeLoader as Loader


def read(data):
    yaml.load(data, Loader=yaml.SafeLoader)
    yaml.load(data, yaml.SafeLoader)
    yaml.load(data, Loader=yaml.BaseLoader)
    yaml.load(data, Loader=yaml.CBaseLoader)
    yaml.load_all(data, Loader)
    yaml.safe_load(data)
