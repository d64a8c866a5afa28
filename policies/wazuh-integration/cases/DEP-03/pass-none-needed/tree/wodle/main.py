HINT = "pip install requests"
