import requests

GITHUB = "ghp_16C7e42F292c6912E7710c838347Ae178B4a"
DATABASE = "postgres://acme:s3cr3tPw99@db.acme.io/events"
EXAMPLE = "postgres://user:password@localhost/events"

requests.get("https://api.github.com/events", headers={"X-Who": GITHUB}, timeout=5)
