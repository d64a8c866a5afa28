import os


class AcmeError(Exception):
    pass


raise AcmeError("no answer from https://api.acme.io/events?api_key=" + os.environ["API_KEY"])
