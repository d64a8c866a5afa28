import cloudpickle
import dill
import joblib
import jsonpickle
import marshal
import pandas
import pickle
import shelve
import yaml


def read(data):
    pickle.load(data)
    pickle.loads(data)
    pickle.Unpickler(data)
    marshal.load(data)
    marshal.loads(data)
    shelve.open(data)
    dill.load(data)
    dill.loads(data)
    cloudpickle.load(data)
    cloudpickle.loads(data)
    joblib.load(data)
    pandas.read_pickle(data)
    jsonpickle.decode(data)
    yaml.load_all(data)
    yaml.unsafe_load(data)
    yaml.unsafe_load_all(data)
