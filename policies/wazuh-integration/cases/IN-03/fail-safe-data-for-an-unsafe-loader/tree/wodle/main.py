import yaml

SafeData = "a: 1"


def read():
    yaml.load(SafeData, yaml.Loader)
    yaml.load(SafeData, Loader=yaml.FullLoader)
