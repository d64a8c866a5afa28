/** Python in which one thing stands over and over again. */
import { lines, row, shapesOf } from './shape.ts'

export const python = shapesOf('a.py', {
  functions: (n) => lines(n, (i) => `def f${i}(a, b=1):\n    return a + b`),
  'functions with a doc': (n) =>
    lines(n, (i) => `def f${i}(a):\n    """Text of ${i}."""\n    print(a)\n    raise X(a)`),
  'functions that return each other': (n) => lines(n, (i) => `def f${i}(a):\n    return f${i + 1}(a)`),
  'functions that hand on to each other': (n) =>
    `import requests\ndef f0(u, v): requests.get(u, verify=v)\n${lines(n, (i) => `def f${i + 1}(u, v): f${i}(u, v)`)}f${n}("http://a.io", False)\n`,
  'functions that hand on all options': (n) =>
    `import requests\ndef f0(*a, **o): requests.get(*a, **o)\n${lines(n, (i) => `def f${i + 1}(*a, **o): return f${i}(*a, **o)`)}f${n}("http://a.io", verify=False)\n`,
  'functions that end in a print': (n) =>
    `def f0(a): print(a)\n${lines(n, (i) => `def f${i + 1}(a): f${i}(a)`)}import os\nf${n}(os.environ["A"])\n`,
  'functions that return what they are given': (n) =>
    `import os\ndef f0(a): return a\n${lines(n, (i) => `def f${i + 1}(a): return f${i}(a)`)}print(f${n}(os.environ["A"]))\n`,
  'functions that start from each other': (n) =>
    `import os\ndef f0(): return os.environ["A"]\n${lines(n, (i) => `def f${i + 1}(): return f${i}()`)}print(f${n}())\n`,
  'functions within functions': (n) =>
    lines(n, (i) => `def f${i}():\n    def g():\n        print(f${i})\n    return g`),
  'functions in one function': (n) => `def f():\n${lines(n, (i) => `    def g${i}():\n        print(g${i})`)}`,
  'functions of one name': (n) => lines(n, (i) => `def f(a):\n    print(a + ${i})\nf(${i})`),
  'functions with many parameters': (n) =>
    `def f(${row(n, (i) => `a${i}=${i}`, ', ')}):\n    print(a1)\nf(${row(n, (i) => `a${i}=${i}`, ', ')})\n`,
  'one function with many values returned': (n) =>
    `def f(a):\n${lines(n, (i) => `    if a == ${i}: return "${i}"`)}print(f(1))\n`,
  'one function called everywhere': (n) => `def f(a):\n    print(a)\n${lines(n, (i) => `f(${i})`)}`,
  'one function called with other values everywhere': (n) =>
    `import os\ndef f(a):\n    print(a)\n    open(a, "w").write(a)\n${lines(n, (i) => `f(os.environ["A${i}"])`)}`,
  'one answer called everywhere': (n) =>
    `import os\ndef f(a):\n    return os.getenv(a)\n${lines(n, (i) => `print(f("A${i}"))`)}`,
  lambdas: (n) => lines(n, (i) => `f${i} = lambda a, b=${i}: print(a, b)`),
  'decorated functions': (n) => lines(n, (i) => `@app.route("/${i}")\n@other\ndef f${i}(a):\n    print(a)`),
  'decorators of one function': (n) => `${lines(n, (i) => `@d${i}(${i})`)}def f(): pass\n`,
  classes: (n) => lines(n, (i) => `class C${i}(object):\n    def m(self): print(self.m)`),
  'classes made of each other': (n) =>
    `class C0: pass\n${lines(n, (i) => `class C${i + 1}(C${i}):\n    def m(self): self.k()`)}C${n}().m()\n`,
  'classes within each other': (n) =>
    `${row(Math.min(n, 90), (i) => `${' '.repeat(i)}class C${i}:\n`)}${' '.repeat(Math.min(n, 90))}pass\n`,
  'methods of one class': (n) => `class C:\n${lines(n, (i) => `    def m${i}(self, a):\n        self.m${i + 1}(a)`)}`,
  'methods of one class that are called': (n) =>
    `class C:\n${lines(n, (i) => `    def m${i}(self, a):\n        print(a)`)}c = C()\n${lines(n, (i) => `c.m${i}(x)`)}`,
  'attributes of self': (n) =>
    `class C:\n    def __init__(self):\n${lines(n, (i) => `        self.a${i} = ${i}`)}    def m(self):\n${lines(n, (i) => `        print(self.a${i})`)}`,
  'attributes made of each other': (n) =>
    `class C:\n    def __init__(self):\n        self.a0 = open("x")\n${lines(n, (i) => `        self.a${i + 1} = self.a${i}`)}        self.a${n}.read()\n`,
  'one attribute assigned everywhere': (n) =>
    `class C:\n    def m(self):\n${lines(n, (i) => `        self.a = self.a + "${i}"\n        print(self.a)`)}`,
  'attributes of the class': (n) =>
    `class C:\n${lines(n, (i) => `    a${i} = "http://a${i}.io"`)}    def m(self):\n${lines(n, (i) => `        get(self.a${i})`)}`,
  assignments: (n) => lines(n, (i) => `a${i} = ${i}`),
  'assignments of one name': (n) => lines(n, (i) => `a = ${i}\nprint(a)`),
  'assignments of one name in a function': (n) => `def f():\n${lines(n, (i) => `    a = g(${i})\n    print(a)`)}`,
  'assignments of one name in branches': (n) => `def f(b):\n${lines(n, (i) => `    if b: a = g(${i})\n    print(a)`)}`,
  'assignments of each other': (n) => `a0 = input()\n${lines(n, (i) => `a${i + 1} = a${i}`)}print(a${n})\n`,
  'assignments of each other, used everywhere': (n) =>
    `a0 = input()\n${lines(n, (i) => `a${i + 1} = a${i}\nprint(a${i})`)}`,
  'assignments of each other in a function': (n) =>
    `def f():\n    a0 = input()\n${lines(n, (i) => `    a${i + 1} = a${i}\n    print(a${i})`)}`,
  'additions to one name': (n) => `x = ""\n${lines(n, (i) => `x = x + "${i}"`)}print(x)\n`,
  'additions to one name in place': (n) => `x = ""\n${lines(n, (i) => `x += "${i}"`)}print(x)\n`,
  'additions to one name in a function': (n) =>
    `def f():\n    x = ""\n${lines(n, (i) => `    x = x + "${i}"`)}    print(x)\n`,
  'additions in a loop': (n) =>
    `def f():\n    x = ""\n    for a in b:\n${lines(n, (i) => `        x = x + y${i}`)}    print(x)\n`,
  'unpacked targets': (n) => `${row(n, (i) => `a${i}`, ', ')} = b\n${lines(n, (i) => `print(a${i})`)}`,
  'nested unpacked targets': (n) => lines(n, (i) => `(a${i}, (b${i}, *c${i})) = d\nprint(b${i})`),
  'globals of functions': (n) => lines(n, (i) => `def f${i}():\n    global a\n    a = ${i}\n    print(a)`),
  'one global of many names': (n) =>
    `def f():\n    global ${row(n, (i) => `a${i}`, ', ')}\n${lines(n, (i) => `    a${i} = ${i}`)}`,
  'deleted names': (n) => lines(n, (i) => `a${i} = 1\ndel a${i}`),
  imports: (n) => lines(n, (i) => `import m${i}.n\nm${i}.n.f()`),
  'imports from': (n) => `from m import (${row(n, (i) => `a${i}`, ', ')})\n${lines(n, (i) => `a${i}()`)}`,
  'imports of all': (n) => `${lines(n, (i) => `from m${i} import *`)}f()\ng()\n`,
  'imports of all with calls': (n) => `${lines(n, (i) => `from m${i} import *\nf${i}()`)}`,
  'imports of one name': (n) =>
    lines(n, (i) => `try:\n    import a\nexcept ImportError:\n    import b${i} as a\na.f()`),
  'conditional imports': (n) => lines(n, (i) => `try:\n    import m${i}\nexcept ImportError:\n    m${i} = None`),
  'imports in functions': (n) => lines(n, (i) => `def f${i}():\n    from .m${i} import a\n    a()`),
  calls: (n) => lines(n, (i) => `f(${i}, a=${i})`),
  'calls in each other': (n) => `${lines(n, (i) => `f(g(h(k(${i}))))`)}`,
  'chained calls': (n) => `x = a${row(n, (i) => `.b${i}(${i})`)}\n`,
  'chained calls of one statement each': (n) => `x = a\n${lines(n, (i) => `x = x.b(${i})`)}x.run()\n`,
  'arguments of one call': (n) => `f(${row(n, (i) => `a${i}`, ', ')})\n`,
  'keyword arguments of one call': (n) => `import requests\nrequests.get(${row(n, (i) => `a${i}=${i}`, ', ')})\n`,
  'calls with spread options': (n) => `o = {}\n${lines(n, (i) => `o["k${i}"] = ${i}\nf(**o)`)}`,
  'partial applications': (n) =>
    `from functools import partial\nf0 = print\n${lines(n, (i) => `f${i + 1} = partial(f${i}, ${i})`)}f${n}()\n`,
  'partial applications that are called': (n) =>
    `from functools import partial\n${lines(n, (i) => `f${i} = partial(open, p${i})\nf${i}("w")`)}`,
  'sums of texts': (n) => `x = ${row(n, (i) => `"a${i}"`, ' + ')}\nprint(x)\n`,
  'sums of names': (n) => `print(${row(n, (i) => `a${i}`, ' + ')})\n`,
  'sums of texts, many': (n) => lines(n, (i) => `a${i} = "http://" + h + "/${i}"\nget(a${i})`),
  'texts beside each other': (n) => `x = (${lines(n, (i) => `"a${i}"`)})\nprint(x)\n`,
  'formatted texts': (n) => lines(n, (i) => `print(f"{a${i}} {b[${i}]!r:>{c}} http://{h}/x")`),
  'one formatted text': (n) => `print(f"${row(n, (i) => `{a${i}} `)}")\n`,
  'texts with percent': (n) => lines(n, (i) => `print("%s http://%s/" % (a${i}, b))\nlog.info("%s", a${i})`),
  'format calls': (n) => lines(n, (i) => `print("{} {a}".format(b${i}, a=c))`),
  'one join': (n) => `print(",".join([${row(n, (i) => `a${i}`, ', ')}]))\n`,
  'long texts': (n) => `x = """${lines(n, (i) => `http://a${i}.io/ text`)}"""\n`,
  comments: (n) => lines(n, (i) => `# text http://a${i}.io`),
  'comments behind a statement': (n) => `x = 1\n${lines(n * 8, (i) => `# text http://a${i}.io`)}`,
  'comments in steps behind a statement': (n) =>
    `def f():\n    x = 1\n${lines(n * 4, (i) => `    # text http://a${i}.io\n\n# less`)}`,
  'with blocks': (n) => lines(n, (i) => `with open("p${i}") as f${i}:\n    f${i}.write("x")`),
  'with blocks of one name': (n) => lines(n, (i) => `with open("p${i}", "w") as f:\n    f.write(x)`),
  'with blocks in functions': (n) =>
    lines(n, (i) => `def f${i}(p):\n    with open(p, "w") as f:\n        f.write(x${i})`),
  'with blocks in one function': (n) =>
    `def f(p):\n${lines(n, (i) => `    with open(p, "w") as f:\n        f.write(x${i})`)}`,
  'openings with a mode': (n) =>
    `import os\n${lines(n, (i) => `fd = os.open(p${i}, os.O_CREAT, 0o600)\nos.write(fd, b)\nos.close(fd)`)}`,
  'openings that are closed': (n) => lines(n, (i) => `f = open(p${i}, "w")\nf.write(x)\nf.close()`),
  'openings and modes': (n) => `import os\n${lines(n, (i) => `open(p${i}, "w").write(x)\nos.chmod(p${i}, 0o600)`)}`,
  'openings and modes of one path': (n) =>
    `import os\n${lines(n, (i) => `open(p, "w").write(x${i})\nos.chmod(p, 0o600)`)}`,
  'openings and modes in functions': (n) =>
    `import os\n${lines(n, (i) => `def f${i}(p):\n    open(p, "w").write(x)\n    os.chmod(p, 0o600)`)}`,
  'openings, modes and replacements': (n) =>
    `import os\n${lines(n, (i) => `with open(p${i}, "w") as f:\n    f.write(x)\nos.chmod(p${i}, 0o600)\nos.replace(p${i}, q${i})`)}`,
  'openings, modes and replacements of one path': (n) =>
    `import os\n${lines(n, (i) => `with open(p, "w") as f:\n    f.write(x${i})\nos.chmod(p, 0o600)\nos.replace(p, q)`)}`,
  'openings, modes and replacements in functions': (n) =>
    `import os\n${lines(n, (i) => `def f${i}(p, x):\n    t = p + ".tmp"\n    with open(t, "w") as f:\n        f.write(x)\n    os.chmod(t, 0o600)\n    os.replace(t, p)`)}`,
  'openings, modes and replacements in a function': (n) =>
    `import os\ndef f():\n${lines(n, (i) => `    with open(p${i}, "w") as f:\n        f.write(x)\n    os.chmod(p${i}, 0o600)\n    os.replace(p${i}, q${i})`)}`,
  'paths of pathlib': (n) =>
    `from pathlib import Path\n${lines(n, (i) => `p${i} = Path("/etc") / "a${i}"\np${i}.write_text(x)\np${i}.chmod(0o600)\np${i}.replace(q)`)}`,
  'paths made of each other': (n) =>
    `import os\np0 = "/etc"\n${lines(n, (i) => `p${i + 1} = os.path.join(p${i}, "a")\nopen(p${i}).read()`)}`,
  'folders that are made': (n) => `import os\n${lines(n, (i) => `os.makedirs("d${i}", mode=0o700)\nos.umask(0o77)`)}`,
  'temporary files': (n) =>
    `import tempfile, os\n${lines(n, (i) => `f = tempfile.NamedTemporaryFile(delete=False)\nf.write(x)\nf.close()\nos.replace(f.name, q${i})`)}`,
  'guards around openings': (n) =>
    `import os\n${lines(n, (i) => `if not os.path.exists(p${i}):\n    open(p${i}, "w")`)}`,
  'try blocks': (n) =>
    lines(
      n,
      (i) => `try:\n    f(${i})\nexcept ValueError as e:\n    print(e)\nexcept (A, B):\n    pass\nfinally:\n    g()`,
    ),
  'try blocks in a function': (n) =>
    `def f():\n${lines(n, (i) => `    try:\n        g(${i})\n    except E as e:\n        log.error(e)\n        raise`)}`,
  'try blocks within each other': (n) => {
    const deep = Math.min(n, 90)
    return `${row(deep, (i) => `${' '.repeat(i)}try:\n`)}${' '.repeat(deep)}f()\n${row(deep, (i) => `${' '.repeat(deep - 1 - i)}except E as e:\n${' '.repeat(deep - i)}print(e)\n`)}`
  },
  'handlers of one try': (n) => `try:\n    f()\n${lines(n, (i) => `except E${i} as e:\n    print(e)`)}`,
  'statements in one try': (n) => `try:\n${lines(n, (i) => `    f(${i})`)}except E as e:\n    print(e)\n`,
  'statements in one handler': (n) => `try:\n    f()\nexcept E as e:\n${lines(n, (i) => `    print(e, ${i})`)}`,
  raises: (n) => lines(n, (i) => `if a: raise ValueError("x" + str(a${i}))`),
  'raises from': (n) => lines(n, (i) => `try:\n    f()\nexcept E as e:\n    raise X(${i}) from e`),
  'if statements': (n) => lines(n, (i) => `if a == ${i}:\n    f(a)\nelse:\n    g(a)`),
  'if chains': (n) => `if a: f()\n${lines(n, (i) => `elif a == ${i}:\n    b = ${i}`)}print(b)\n`,
  'if chains that assign': (n) =>
    `def f(a):\n    if a: b = g()\n${lines(n, (i) => `    elif a == ${i}:\n        b = h(${i})`)}    print(b)\n`,
  'if statements in a function': (n) => `def f(a):\n${lines(n, (i) => `    if a == ${i}:\n        return ${i}`)}`,
  'guards of one access': (n) =>
    `def f(user):\n${lines(n, (i) => `    if not user.is_admin(${i}): raise X()\n    delete(${i})`)}`,
  'conditions behind each other': (n) => `x = ${row(n, (i) => `a${i} if b${i} else `)}c\nprint(x)\n`,
  'boolean operators': (n) => `x = ${row(n, (i) => `a${i}`, ' or ')}\nprint(x)\n`,
  comparisons: (n) => `x = ${row(n, (i) => `a${i}`, ' < ')}\n`,
  'for loops': (n) => lines(n, (i) => `for a in b${i}:\n    print(a)`),
  'while loops': (n) =>
    lines(n, (i) => `while True:\n    try:\n        f(${i})\n    except E:\n        time.sleep(${i})`),
  comprehensions: (n) => lines(n, (i) => `x${i} = [f(a) for a in b if a != ${i}]`),
  'clauses of one comprehension': (n) => `x = [f(a) ${row(n, (i) => `for a${i} in b${i} `)}]\n`,
  dictionaries: (n) => lines(n, (i) => `d${i} = {"a": ${i}, "b": f(${i})}\nprint(d${i}["a"])`),
  'entries of one dictionary': (n) =>
    `d = {${lines(n, (i) => `"k${i}": ${i},`)}}\n${lines(n, (i) => `print(d["k${i}"])`)}`,
  'entries of one dictionary that is given': (n) =>
    `import requests\nd = {${lines(n, (i) => `"k${i}": ${i},`)}}\n${lines(n, () => `requests.get("http://a.io", **d)`)}`,
  'entries stored one by one': (n) => `d = {}\n${lines(n, (i) => `d["k${i}"] = input()`)}print(d)\n`,
  'entries stored one by one and read': (n) => `d = {}\n${lines(n, (i) => `d["k${i}"] = input()\nprint(d["k${i}"])`)}`,
  'entries stored in a function': (n) =>
    `def f():\n    d = {}\n${lines(n, (i) => `    d["k${i}"] = input()\n    print(d)`)}`,
  'updates of one dictionary': (n) => `d = {}\n${lines(n, (i) => `d.update(a${i})`)}print(d["x"])\n`,
  'dictionaries made of each other': (n) =>
    `d0 = {}\n${lines(n, (i) => `d${i + 1} = {**d${i}, "k${i}": ${i}}`)}f(**d${n})\n`,
  'dictionaries within each other': (n) => `d = ${row(n, () => '{"a": ')}1${'}'.repeat(n)}\nprint(d)\n`,
  'elements of one list': (n) => `x = [${row(n, (i) => `"e${i}"`, ', ')}]\nprint(x)\n`,
  'elements of one list, used': (n) => `x = [${row(n, (i) => `a${i}`, ', ')}]\n${lines(n, (i) => `print(x[${i}])`)}`,
  'appends to one list': (n) => `x = []\n${lines(n, (i) => `x.append(a${i})`)}print(x)\n`,
  'appends to one list in a function': (n) =>
    `def f():\n    x = []\n${lines(n, () => `    x.append(input())\n    print(x)`)}`,
  'subscripts of each other': (n) => `x = a${row(n, (i) => `[${i}]`)}\nprint(x)\n`,
  'match statements': (n) =>
    lines(n, (i) => `match a:\n    case [b, *c]: print(b)\n    case {"k": d}: print(d)\n    case ${i}: pass`),
  'cases of one match': (n) => `match a:\n${lines(n, (i) => `    case (b, ${i}): print(b)`)}`,
  'annotated names': (n) => lines(n, (i) => `a${i}: Dict[str, C${i}] = f(${i})\na${i}.run()`),
  requests: (n) =>
    `import requests\n${lines(n, (i) => `r = requests.get("http://a${i}.io", timeout=${i}, verify=False)\nr.raise_for_status()`)}`,
  'requests of one session': (n) =>
    `import requests\ns = requests.Session()\n${lines(n, (i) => `r${i} = s.get(u${i}, timeout=3)\nif r${i}.status_code != 200: raise E()`)}`,
  'requests in functions': (n) =>
    `import requests\n${lines(n, (i) => `def f${i}(u, t=${i}):\n    r = requests.post(u, timeout=t)\n    return r.json()`)}`,
  'sessions in functions': (n) =>
    `import requests\n${lines(n, (i) => `def f${i}(u):\n    s = requests.Session()\n    s.verify = False\n    s.proxies = {"https": p}\n    return s.get(u)`)}`,
  'sessions of one class': (n) =>
    `import requests\nclass C:\n    def __init__(self):\n        self.s = requests.Session()\n${lines(n, (i) => `    def m${i}(self):\n        return self.s.get("http://a.io/${i}", timeout=self.t)`)}`,
  'contexts of TLS': (n) =>
    `import ssl, urllib.request\n${lines(n, (i) => `c${i} = ssl.create_default_context()\nc${i}.verify_mode = ssl.CERT_NONE\nurllib.request.urlopen(u${i}, context=c${i})`)}`,
  sockets: (n) =>
    `import socket\n${lines(n, (i) => `s = socket.create_connection((h, ${i}))\ns.settimeout(5)\ns.sendall(x)`)}`,
  'openers that are installed': (n) =>
    `import urllib.request as r\n${lines(n, (i) => `o = r.build_opener()\nr.install_opener(o)\nr.urlopen(u${i})`)}`,
  'settings of one client': (n) =>
    `import requests\ns = requests.Session()\n${lines(n, (i) => `s.headers["k${i}"] = v${i}`)}s.get(u)\n`,
  addresses: (n) => lines(n, (i) => `u${i} = "http://a${i}.io/x"`),
  'addresses put together': (n) => lines(n, (i) => `u${i} = f"{scheme}://{host}/${i}"`),
  processes: (n) => `import subprocess\n${lines(n, (i) => `subprocess.run(f"ls {a${i}}", shell=True)`)}`,
  'processes with one list': (n) =>
    `import subprocess\na = ["ls"]\n${lines(n, (i) => `a.append(x${i})\nsubprocess.run(a)`)}`,
  queries: (n) => lines(n, (i) => `c.execute("SELECT * FROM t WHERE a = %s" % a${i})`),
  logging: (n) => `import logging\n${lines(n, (i) => `log${i} = logging.getLogger("a${i}")\nlog${i}.info("x %s", a)`)}`,
  'one logger': (n) =>
    `import logging\nlog = logging.getLogger(__name__)\n${lines(n, (i) => `log.info("x %s", a${i})`)}`,
  'handlers of one logger': (n) =>
    `import logging\nlog = logging.getLogger(__name__)\n${lines(n, (i) => `h = logging.StreamHandler()\nlog.addHandler(h)\nlog.error(${i})`)}`,
  'loggers with handlers': (n) =>
    `import logging\n${lines(n, (i) => `log${i} = logging.getLogger("a.b${i}")\nlog${i}.addHandler(logging.FileHandler("x${i}"))\nlog${i}.error(e)`)}`,
  'command line options': (n) =>
    `import argparse\np = argparse.ArgumentParser()\n${lines(n, (i) => `p.add_argument("--a${i}", default="x")`)}o = p.parse_args()\n${lines(n, (i) => `print(o.a${i})`)}`,
  'environment and defaults': (n) =>
    `import os\n${lines(n, (i) => `A${i} = os.environ.get("A${i}", "password${i}")\nprint(A${i})`)}`,
  secrets: (n) => lines(n, (i) => `password${i} = "Xk${i}fkeJd83hdkQ${i}"`),
  semicolons: (n) => `${row(n, (i) => `a${i} = f(${i})`, '; ')}\n`,
  mistakes: (n) => lines(n, (i) => `def f${i}(:\n    print(a`),
  'names without an end': (n) => `${'a'.repeat(n * 10)} = 1\n`,
  asserts: (n) => lines(n, (i) => `assert a${i} == ${i}, f"x {a${i}}"`),
  yields: (n) => `def f():\n${lines(n, (i) => `    a = yield ${i}\n    print(a)`)}`,
  awaits: (n) =>
    `import aiohttp\nasync def f():\n    async with aiohttp.ClientSession() as s:\n${lines(n, (i) => `        async with s.get(u${i}) as r:\n            print(await r.text())`)}`,
})
