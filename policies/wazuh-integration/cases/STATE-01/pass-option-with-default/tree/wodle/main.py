import argparse
import json
import pathlib

parser = argparse.ArgumentParser()
parser.add_argument("--state", default="/var/ossec/wodles/example/state.json")
path = pathlib.Path(parser.parse_args().state)
state = json.loads(path.read_text())
state["last"] = "x"
path.write_text(json.dumps(state))
