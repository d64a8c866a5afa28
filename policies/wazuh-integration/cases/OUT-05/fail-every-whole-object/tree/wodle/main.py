import json


class Event:
    kind = "x"


def write(event, stream):
    json.dumps(vars(event))
    json.dumps(locals())
    json.dumps(globals())
    json.dumps(event.__dict__)
    json.dump(vars(event), stream)
    json.dumps(obj=vars(event))
    json.dumps(event, default=vars)
    json.JSONEncoder(default=str)
    json.dump(event, stream, cls=json.JSONEncoder)
