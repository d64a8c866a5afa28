open("/tmp/acme.lock", "w").close()
