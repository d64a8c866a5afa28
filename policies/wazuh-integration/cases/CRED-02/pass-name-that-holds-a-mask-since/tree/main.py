"""What is logged is what the name holds by then."""
import logging
import os
import urllib.request


def main():
    token = os.environ["GODWIT_TOKEN"]
    request = urllib.request.Request("https://api.godwit.invalid", headers={"Authorization": token})
    urllib.request.urlopen(request, timeout=10)
    token = "*" * 8
    logging.info("asked with %s", token)


main()
