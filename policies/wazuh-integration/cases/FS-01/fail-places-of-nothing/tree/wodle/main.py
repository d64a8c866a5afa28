import tempfile

tempfile.mkstemp("", "x", None)
tempfile.mkstemp("", "x")
tempfile.NamedTemporaryFile("w", -1, None, None, "", "x", None)
tempfile.NamedTemporaryFile("w", -1, "utf-8")
tempfile.SpooledTemporaryFile(0, "w", -1, None, None, "", "x")
tempfile.mkdtemp(dir=None)
