import json5
import simplejson
