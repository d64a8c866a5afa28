import os
import shutil

os.chmod(".secrets", 0o640)
shutil.chown(".secrets", "root", "wazuh")
