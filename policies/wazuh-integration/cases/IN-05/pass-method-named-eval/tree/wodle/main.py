import requests


class Model:
    def eval(self, data):
        return len(data)


response = requests.get("https://api.example.com/", timeout=5)
response.raise_for_status()
print(Model().eval(response.json()))
