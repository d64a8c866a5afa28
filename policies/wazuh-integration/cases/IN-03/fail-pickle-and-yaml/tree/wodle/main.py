import pickle
import yaml


def parse(data):
    safe = yaml.load(data, Loader=yaml.SafeLoader)
    also_safe = yaml.safe_load(data)
    return pickle.loads(data), yaml.load(data), safe, also_safe
