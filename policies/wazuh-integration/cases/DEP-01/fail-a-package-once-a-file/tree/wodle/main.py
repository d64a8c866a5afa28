from requests import Session, get
from requests.adapters import HTTPAdapter
import yaml
import requests.auth
