/** Files in every spelling: what is opened for what, how it is written, and how it replaces another. */
import type { RecordFact } from '../../../../compiler/index.ts'
import { check } from '../support.ts'

const names = (origins: readonly unknown[]): string =>
  (origins as readonly RecordFact<'origin'>[]).map(({ form, name, text }) => `${form} ${name ?? text}`).join(', ')

check('accesses', 'file_access', (one) => `${one.write ? 'write' : 'read'} ${one.file_name ?? '?'} ${one.path_text}`, {
  'a constant': ['open("/etc/a.conf")', 'read a.conf /etc/a.conf'],
  'a mode': ['open("/v/a", "w")', 'write a /v/a'],
  'a mode by name': ['open("/v/a", mode="ab")', 'write a /v/a'],
  'a constant by name': ['P = "/v/a"\ndef f():\n    open(P, "r+")', 'write a /v/a'],
  'one of several values that names get together': ['a, (b, c) = "/v/a", ("/v/b", "/v/c")\nopen(b)', 'read b /v/b'],
  'one of a value that is unpacked': ['a, b = paths\nopen(b)', 'read ? b'],
  'joined parts': [
    'import os\nopen(os.path.join(base, "x", "a.json"))',
    'read a.json os.path.join(base, "x", "a.json")',
  ],
  'joined constants': ['import os\nB = "/v"\nopen(os.path.join(B, "a"))', 'read a /v/a'],
  'a formatted text': ['open(f"{base}/a.json")', 'read a.json f"{base}/a.json"'],
  'a suffix behind a name': ['open(path + ".tmp", "w")', 'write ? path + ".tmp"'],
  pathlib: ['from pathlib import Path\n(Path("/v") / "a.json").read_text()', 'read a.json /v/a.json'],
  'pathlib, written': ['from pathlib import Path\nPath("/v/a").write_text("x")', 'write a /v/a'],
  'pathlib, opened': ['from pathlib import Path\np = Path("/v/a")\nwith p.open("w") as f:\n    pass', 'write a /v/a'],
  'a setting with a default': ['import os\nopen(os.environ.get("X", "/v/a"))', 'read a /v/a'],
  'a setting without': ['import os\nopen(os.environ["X"])', 'read ? os.environ["X"]'],
  'through a function': ['def path():\n    return "/v/a"\nopen(path())', 'read a /v/a'],
  'given by a caller': ['def load(p):\n    open(p)\nload("/v/a")', 'read a /v/a'],
  'os.open': ['import os\nos.open("/v/a", os.O_WRONLY | os.O_CREAT, 0o600)', 'write a /v/a'],
  'a descriptor is opened once': [
    'import os\nfd = os.open("/v/a", os.O_WRONLY)\nwith os.fdopen(fd, "w") as f:\n    f.write("x")',
    'write a /v/a',
  ],
  'a database': ['import sqlite3\nsqlite3.connect("/v/a.db")', 'write a.db /v/a.db'],
  'a database in memory': ['import sqlite3\nsqlite3.connect(":memory:")'],
  'a handler of logging': ['import logging\nlogging.FileHandler("/v/a.log")', 'write a.log /v/a.log'],
  'what is only compared': ['if path.startswith("/tmp"):\n    pass'],
  'what is replaced': ['import os\nos.replace("/v/a.tmp", "/v/a")', 'write a /v/a'],
})

check('where they lie', 'file_write', ({ fixed_directory }) => (fixed_directory ? 'fixed' : 'open'), {
  'a constant with a name behind it': ['P = "/v/cursor"\ndef f(t):\n    open(f"{P}_{t}.txt", "w")', 'fixed'],
  'below the working directory': [
    'from pathlib import Path\nD = Path("state")\ndef f(t):\n    (D / f"{t}.json").write_text("")',
    'fixed',
  ],
  'beside the code': ['import os\ndef f(t):\n    open(os.path.join(os.path.dirname(__file__), t), "w")', 'fixed'],
  'a setting with a default': [
    'import os\nD = os.environ.get("X", "/v")\ndef f(t):\n    open(os.path.join(D, t), "w")',
    'open',
  ],
  'a directory that is handed over': ['import os\ndef f(d):\n    open(os.path.join(d, "a.json"), "w")', 'open'],
  'the same with a default': ['def f(t, d="/v"):\n    open(f"{d}/{t}", "w")', 'open'],
  'a hole in the middle': ['def f(t):\n    open(f"/v/{t}/a.json", "w")', 'open'],
})

const load = 'import json\ndef load():\n    with open(P) as f:\n        return json.load(f)\n'

check('purposes', 'file_access', ({ purpose }) => purpose, {
  'a lock behind the path of the state': ['def f(state):\n    open(state + ".lock", "w")', 'other'],
  'a lock in a text behind the path of the state': ['def f(state):\n    open(f"{state}.lock", "w")', 'other'],
  'a report of the day that is read again to be sent': [
    'from datetime import date\nP = "/v/{}-report.csv".format(date.today())\nopen(P, "w")\ndef send(p):\n    open(p, "rb")\nsend(P)',
    'other',
    'other',
  ],
  'read and written back': [
    `P = "/v/x.json"\n${load}def save(d):\n    with open(P, "w") as f:\n        json.dump(d, f)`,
    'state',
    'state',
  ],
  'written back through a temporary file': [
    `import os\nP = "/v/x.json"\n${load}def save(d):\n    with open(P + ".new", "w") as f:\n        json.dump(d, f)\n    os.replace(P + ".new", P)`,
    'state',
    'state',
    'state',
  ],
  'only read': [`P = "/v/x.json"\n${load}`, 'other'],
  'only written': ['open("/v/x.json", "w")', 'other'],
  'the file that keeps nothing': [
    'import os\nsink = open(os.devnull, "w+")\nopen("/dev/null", "r+")',
    'other',
    'other',
  ],
  'a folder among the devices': ['open("/dev/shm/x", "w+")', 'temporary'],
  'a configuration that is written the first time, and read from then on': [
    'import os, json\nP = "/v/telegram_config.json"\nif os.path.exists(P):\n    json.load(open(P))\nelse:\n    json.dump({}, open(P, "w"))',
    'other',
    'other',
  ],
  'the words of a name': ['open("/v/last_run.txt", "w")', 'state'],
  'the words of a constant': ['import os\nTOKEN_FILE = os.path.join(base, "x")\nopen(TOKEN_FILE)', 'secrets'],
  'the words of a setting': ['import os\nopen(os.environ["ACME_SECRETS"])', 'secrets'],
  'a file for the environment': ['open("/v/acme.env")', 'secrets'],
  'a file for one environment': ['open(".env.local")', 'secrets'],
  'the sample of a file for the environment': ['open(".env.example")', 'other'],
  'a folder that ends like one': ['open("/v/my.env/x.json")', 'other'],
  'credentials that a library reads itself': [
    'from acme.auth import Credentials\nCredentials.from_service_account_file(path, scopes=S)',
    'secrets',
  ],
  'the words of a function': ['def read_credentials(path):\n    return open(path).read()', 'secrets'],
  'a log': ['import logging\nlogging.FileHandler(path)', 'log'],
  'a log by its name': ['open("/v/x.log", "a")', 'log'],
  'a temporary file': ['import tempfile\ntempfile.NamedTemporaryFile()', 'temporary'],
  'a file in the folder for all': ['open("/tmp/x", "w")', 'temporary'],
  'a database': ['import sqlite3\nsqlite3.connect("/v/x.db")', 'state'],
  'a program by the words of its name': [
    'open("/v/lua/token_bucket.lua")\nopen("/v/password_reset.html")\nP = "/v/state.sql"\nopen(P, "w")\nopen(P)',
    'other',
    'other',
    'other',
    'other',
  ],
  'a list of settings in shell': ['open("/v/credentials.sh")', 'secrets'],
  'a word within a word': ['open("/v/tokenizer.json")', 'other'],
})

check('where', 'file_access', ({ inside_repository, path }) => `${inside_repository} ${path ?? '-'}`, {
  'beside the source': ['import os\nopen(os.path.join(os.path.dirname(__file__), ".secrets"))', 'true wodle/.secrets'],
  'beside the source, with pathlib': [
    'from pathlib import Path\nHERE = Path(__file__).resolve().parent\n(HERE / "state.json").write_text("x")',
    'true wodle/state.json',
  ],
  'in the working folder': ['open("state.json")', 'true wodle/state.json'],
  'from the root': ['open("/var/x")', 'false -'],
  'of a setting': ['import os\nopen(os.environ["X"])', 'false -'],
})

check('contents', 'file_write', (one) => names(one.content_origins), {
  'one name for two files': [
    'with open("/v/a", "w") as f:\n    f.write(first)\nwith open("/v/b", "w") as f:\n    f.write(second)',
    'global first',
    'global second',
  ],
  'write of the file': ['def f(x):\n    with open("a", "w") as h:\n        h.write(x)', 'parameter x'],
  'without a name': ['def f(x):\n    open("a", "w").write(x)', 'parameter x'],
  json: ['import json\ndef f(x):\n    with open("a", "w") as h:\n        json.dump(x, h)', 'parameter x'],
  'json, directly': ['import json\ndef f(x):\n    json.dump(x, open("a", "w"))', 'parameter x'],
  print: ['def f(x):\n    with open("a", "w") as h:\n        print(x, file=h)', 'parameter x'],
  csv: [
    'import csv\ndef f(x):\n    with open("a", "w") as h:\n        w = csv.writer(h)\n        w.writerow(x)',
    'parameter x',
  ],
  'what writes itself': [
    'def f(x):\n    with open("a", "w") as h:\n        x.items.write(h)',
    'attribute items, parameter x, file a',
  ],
  write_text: ['from pathlib import Path\ndef f(x):\n    Path("a").write_text(x)', 'parameter x'],
  'a descriptor': [
    'import os\ndef f(x):\n    fd = os.open("a", os.O_WRONLY)\n    os.write(fd, x)\n    os.close(fd)',
    'parameter x',
  ],
  'what is read is not written': ['import json\ndef f():\n    with open("a", "r+") as h:\n        json.load(h)', ''],
})

check('modes', 'file_write', (one) => `${one.mode ?? '-'}${one.restricted_after ? ' restricted after' : ''}`, {
  'nobody says': ['open("a", "w")', '-'],
  'os.open': ['import os\nos.open("a", os.O_WRONLY | os.O_CREAT, 0o600)', '0600'],
  'an opener': ['import os\nopen("a", "w", opener=lambda p, f: os.open(p, f, 0o640))', '0640'],
  'a mask': ['import os\nos.umask(0o077)\ndef f():\n    open("a", "w")', '0600'],
  'a mask for others only': ['import os\nos.umask(0o022)\nopen("a", "w")', '0644'],
  tempfile: ['import tempfile\ntempfile.mkstemp()', '0600'],
  'restricted after': [
    'import os\nwith open("a", "w") as f:\n    f.write(x)\nos.chmod("a", 0o600)',
    '- restricted after',
  ],
  'restricted after, with pathlib': [
    'from pathlib import Path\np = Path("a")\np.write_text(x)\np.chmod(0o600)',
    '- restricted after',
  ],
  'restricted before it is written': [
    'import os\nwith open("a", "w") as f:\n    os.fchmod(f.fileno(), 0o600)\n    f.write(x)',
    '0600',
  ],
  'another file restricted': ['import os\nwith open("a", "w") as f:\n    f.write(x)\nos.chmod("b", 0o600)', '-'],
})

check(
  'replacements',
  'file_replace',
  (one) => [one.same_directory ? 'beside' : 'elsewhere', one.after_close ? 'closed' : 'open'].join(', '),
  {
    'beside whatever file the caller means': [
      'import os, tempfile\ndef put(p, x):\n    fd, t = tempfile.mkstemp(dir=os.path.dirname(p))\n    with os.fdopen(fd, "w") as h:\n        h.write(x)\n    os.replace(t, p)\ndef run(s):\n    put(s, "")\nrun("/v/a.state")\nrun("/w/b.state")',
      'beside, closed',
    ],
    'a suffix behind whatever file the caller means': [
      'import os\ndef put(p, x):\n    t = p + ".new"\n    with open(t, "w") as h:\n        h.write(x)\n    os.replace(t, p)\nput("/v/a.state", "")\nput("/w/b.state", "")',
      'beside, closed',
    ],
    'in the folder of one of two': [
      'import os, tempfile\ndef put(p, x):\n    fd, t = tempfile.mkstemp(dir="/v")\n    with os.fdopen(fd, "w") as h:\n        h.write(x)\n    os.replace(t, p)\nput("/v/a.state", "")\nput("/w/b.state", "")',
      'elsewhere, closed',
    ],
    'a suffix': [
      'import os\ndef f(p, x):\n    t = p + ".tmp"\n    with open(t, "w") as h:\n        h.write(x)\n    os.replace(t, p)',
      'beside, closed',
    ],
    'a suffix in a text': ['import os\ndef f(p):\n    os.replace(f"{p}.tmp", p)', 'beside, closed'],
    'within the with': [
      'import os\ndef f(p, x):\n    t = p + ".tmp"\n    with open(t, "w") as h:\n        h.write(x)\n        os.replace(t, p)',
      'beside, open',
    ],
    'never closed': [
      'import os\ndef f(p, x):\n    t = p + ".tmp"\n    h = open(t, "w")\n    h.write(x)\n    os.replace(t, p)',
      'beside, open',
    ],
    'closed by hand': [
      'import os\ndef f(p, x):\n    t = p + ".tmp"\n    h = open(t, "w")\n    h.write(x)\n    h.close()\n    os.replace(t, p)',
      'beside, closed',
    ],
    'a named temporary file in the folder': [
      'import os, tempfile\ndef f(p, x):\n    with tempfile.NamedTemporaryFile("w", dir=os.path.dirname(p), delete=False) as t:\n        t.write(x)\n    os.replace(t.name, p)',
      'beside, closed',
    ],
    'a name that is kept': [
      'import os, tempfile\ndef f(p, x):\n    d = os.path.dirname(p) or "."\n    n = None\n    with tempfile.NamedTemporaryFile("w", dir=d, delete=False) as t:\n        t.write(x)\n        n = t.name\n    os.replace(n, p)',
      'beside, closed',
    ],
    'a folder by position': [
      'import os, tempfile\ndef f(p):\n    t = tempfile.NamedTemporaryFile("w", -1, None, None, None, None, os.path.dirname(p))\n    t.close()\n    os.replace(t.name, p)',
      'beside, closed',
    ],
    'a temporary file of the system': [
      'import os, tempfile\ndef f(p, x):\n    with tempfile.NamedTemporaryFile("w", delete=False) as t:\n        t.write(x)\n    os.replace(t.name, p)',
      'elsewhere, closed',
    ],
    mkstemp: [
      'import os, tempfile\ndef f(p, x):\n    fd, t = tempfile.mkstemp(dir=os.path.dirname(p))\n    with os.fdopen(fd, "w") as h:\n        h.write(x)\n    os.replace(t, p)',
      'beside, closed',
    ],
    'mkstemp, left open': [
      'import os, tempfile\ndef f(p, x):\n    fd, t = tempfile.mkstemp(dir=os.path.dirname(p))\n    os.write(fd, x)\n    os.rename(t, p)',
      'beside, open',
    ],
    'mkstemp, closed by hand': [
      'import os, tempfile\ndef f(p, x):\n    fd, t = tempfile.mkstemp(dir=os.path.dirname(p))\n    os.write(fd, x)\n    os.close(fd)\n    os.rename(t, p)',
      'beside, closed',
    ],
    pathlib: [
      'from pathlib import Path\ndef f(p: Path, x):\n    t = p.with_suffix(".tmp")\n    t.write_text(x)\n    t.replace(p)',
      'beside, closed',
    ],
    'a caller that a decorator gives the path': [
      'import click\nfrom pathlib import Path\ndef f(p: Path, x):\n    t = p.with_suffix(".new")\n    t.write_text(x)\n    t.replace(p)\n@click.command()\n@click.option("--p")\ndef main(p):\n    f(p, "x")\nmain()',
      'beside, closed',
    ],
    'pathlib, by another name': [
      'from pathlib import Path\ndef f(p: Path, x):\n    t = p.with_name("x.tmp")\n    t.rename(p)',
      'beside, closed',
    ],
    'pathlib, in the parent': [
      'from pathlib import Path\ndef f(p: Path, x):\n    t = p.parent / "x.tmp"\n    t.replace(p)',
      'beside, closed',
    ],
    'two constants': ['import shutil\nshutil.move("/v/a.tmp", "/v/a")', 'beside, closed'],
    'two folders': ['import os\nos.replace("/tmp/a", "/v/a")', 'elsewhere, closed'],
    'two parameters': ['import os\ndef f(a, b):\n    os.replace(a, b)', 'elsewhere, closed'],
    'replace of a text is none': ['"a".replace("a", "b")'],
  },
)
