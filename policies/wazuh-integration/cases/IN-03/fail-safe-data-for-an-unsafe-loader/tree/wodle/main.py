import yaml
from texts import SafeText

SafeData = "a: 1"


def read():
    yaml.load(SafeData, yaml.Loader)
    yaml.load(SafeText, Loader=yaml.FullLoader)
