import logging
import os


class Settings:
    secrets_path = os.path.join(os.path.dirname(__file__), ".secrets")


settings = Settings()
settings.secrets_path = os.environ.get("ACME_SECRETS", settings.secrets_path)
logging.warning("nothing to read in %s", settings.secrets_path)
