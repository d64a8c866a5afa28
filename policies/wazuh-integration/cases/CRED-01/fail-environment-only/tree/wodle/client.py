import os
import urllib.request

TOKEN = os.environ["API_TOKEN"]


def main():
    request = urllib.request.Request("https://api.example.com/", headers={"Authorization": f"Bearer {TOKEN}"})
    urllib.request.urlopen(request, timeout=10)


main()
