BASE = "http://api.vendor.io/v1"


def address(host, path):
    return f"http://{host}/v1/{path}"
