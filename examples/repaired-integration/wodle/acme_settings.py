"""Where the credentials come from: systemd, then the secrets file, then the environment."""
import os


def read_secrets(path):
    values = {}
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            name, _, value = line.strip().partition("=")
            values[name] = value
    return values


def api_token(folder):
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    if credentials:
        with open(os.path.join(credentials, "acme_token"), encoding="utf-8") as handle:
            return handle.read().strip()
    secrets = os.path.join(folder, ".secrets")
    if os.path.exists(secrets):
        return read_secrets(secrets)["ACME_TOKEN"]
    return os.environ["ACME_TOKEN"]
