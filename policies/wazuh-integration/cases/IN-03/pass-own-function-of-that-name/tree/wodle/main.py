from helpers import loads


class Json:
    def loads(self, text, object_hook):
        return text


def parse(text, json=Json()):
    return json.loads(text, object_hook=str), loads(text, cls=str)
