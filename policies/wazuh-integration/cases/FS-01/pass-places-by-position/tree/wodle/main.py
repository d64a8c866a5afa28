import tempfile

FOLDER = "/var/ossec/wodles/acme"
tempfile.mkstemp("", "x", FOLDER)
tempfile.mkdtemp("", "x", FOLDER)
tempfile.mktemp("", "x", FOLDER)
tempfile.TemporaryDirectory("", "x", FOLDER)
tempfile.NamedTemporaryFile("w", -1, None, None, "", "x", FOLDER)
tempfile.TemporaryFile("w", -1, None, None, "", "x", FOLDER)
tempfile.gettempprefix()
tempfile.gettempprefixb()
