import os

import requests
from flask import Flask, request

app = Flask(__name__)


@app.route("/enrich", methods=["POST"])
def enrich():
    requests.post(f"{os.environ['ACME_URL']}/events/{request.get_json()['id']}", timeout=10).raise_for_status()
    return {}, 200
