import http.client
import json


class Api:
    def __enter__(self):
        connection = http.client.HTTPSConnection("api.acme.io", timeout=10)
        connection.connect()
        self._connection = connection
        return self

    def __exit__(self, *_):
        self._connection.close()

    def events(self):
        self._connection.request("GET", "/v1/events")
        response = self._connection.getresponse()
        if response.status != 200:
            raise RuntimeError(f"status {response.status}")
        return json.loads(response.read()).get("events", [])
