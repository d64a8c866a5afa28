from example import client
from example.events import read
