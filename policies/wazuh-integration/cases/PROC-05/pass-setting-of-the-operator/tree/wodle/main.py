import os
import subprocess

subprocess.run([os.environ["PYTHON"], "-V"], check=True)
