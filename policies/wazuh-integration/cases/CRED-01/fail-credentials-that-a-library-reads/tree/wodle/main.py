import os

from acme.auth import Credentials
from acme.client import build

credentials = Credentials.from_service_account_file(os.path.join(os.path.dirname(__file__), "service.json"))
build("reports", credentials=credentials)
