import ast
import urllib.request

with urllib.request.urlopen("https://api.example.com/", timeout=5) as response:
    print(ast.literal_eval(response.read().decode()))
