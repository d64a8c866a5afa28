import yaml
from yaml import CBaseLoader as Plain


def parse(text):
    first = yaml.load(text, Loader=yaml.BaseLoader)
    return first, yaml.load(text, Loader=Plain), yaml.load(text, yaml.CSafeLoader)
