import os

token = os.environ["API_TOKEN"]
if not token.startswith("tk_"):
    raise ValueError(f"not a token: {token}")
