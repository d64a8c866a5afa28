from __future__ import annotations

import json
import tomllib
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree
