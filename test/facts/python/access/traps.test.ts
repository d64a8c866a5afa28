/** Look-ups, and what makes them safe. */
import type { LocalFact } from '../../../../runtime/facts/extractor.ts'
import { check } from '../support.ts'

const shown = ({ base, key, form, chained, guarded }: LocalFact<'access'>): string =>
  `${form} ${base} ${key ?? '?'}${chained ? ' chained' : ''}${guarded ? ' guarded' : ''}`

check('access', 'access', shown, {
  'a subscript': ['def f(d):\n    d["a"]', 'subscript d a'],
  'a key by name': ['K = "a"\ndef f(d):\n    d[K]', 'subscript d a'],
  'an index': ['def f(d):\n    d[0]', 'subscript d 0'],
  'a chain': ['def f(d):\n    d["a"]["b"]', 'subscript d["a"] b chained', 'subscript d a'],
  'an attribute of a part': ['def f(d):\n    x = d["a"].b', 'subscript d a', 'attribute d["a"] ? chained'],
  get: ['def f(d):\n    d.get("a")', 'get d a guarded'],
  'a chain of get': ['def f(d):\n    d.get("a").get("b")', 'get d.get("a") b chained', 'get d a guarded'],
  'a chain with a default': [
    'def f(d):\n    d.get("a", {}).get("b")',
    'get d.get("a", {}) b chained guarded',
    'get d a guarded',
  ],
  'a chain with a default of nothing': [
    'def f(d):\n    d.get("a", None).get("b")',
    'get d.get("a", None) b chained',
    'get d a guarded',
  ],
  'a chain with "or"': [
    'def f(d):\n    (d.get("a") or {}).get("b")',
    'get (d.get("a") or {}) b guarded',
    'get d a guarded',
  ],
  'a test around': ['def f(d):\n    if "a" in d:\n        d["a"]', 'subscript d a guarded'],
  'a test in the same condition': ['def f(d):\n    if "a" in d and d["a"]:\n        pass', 'subscript d a guarded'],
  'a test of another value': ['def f(d, e):\n    if "a" in e:\n        d["a"]', 'subscript d a'],
  'a test of a longer name': ['def f(d):\n    if "a" in d.x:\n        d["a"]', 'subscript d a'],
  'a test in an expression': ['def f(d):\n    return d["a"] if "a" in d else None', 'subscript d a guarded'],
  'a test in a comprehension': ['def f(l):\n    return [d["a"] for d in l if "a" in d]', 'subscript d a guarded'],
  'the other branch': ['def f(d):\n    if "a" in d:\n        pass\n    else:\n        d["a"]', 'subscript d a'],
  'a return before': ['def f(d):\n    if "a" not in d:\n        return\n    d["a"]', 'subscript d a guarded'],
  'a return by get': [
    'def f(d):\n    if not d.get("a"):\n        return\n    d["a"]',
    'get d a guarded',
    'subscript d a guarded',
  ],
  'a return by type': [
    'def f(d):\n    if not isinstance(d, dict):\n        return\n    d["a"]',
    'subscript d a guarded',
  ],
  'a test that does not leave': ['def f(d):\n    if "a" not in d:\n        g()\n    d["a"]', 'subscript d a'],
  'a return in another function': [
    'def g(d):\n    if "a" not in d:\n        return\ndef f(d):\n    d["a"]',
    'subscript d a',
  ],
  'the last element of a list that is not empty': [
    'def f(l):\n    if l:\n        l[-1].get("a")',
    'subscript l -1 guarded',
    'get l[-1] a chained guarded',
  ],
  'the first element behind a return': ['def f(l):\n    if not l:\n        return\n    l[0]', 'subscript l 0 guarded'],
  'the second element of a list that is not empty': ['def f(l):\n    if l:\n        l[1]', 'subscript l 1'],
  'the first element of another list': ['def f(l, ll):\n    if ll:\n        l[0]', 'subscript l 0'],
  'a part of the first element': [
    'def f(l):\n    if l:\n        l[0]["a"]',
    'subscript l[0] a chained',
    'subscript l 0 guarded',
  ],
  'an assertion': ['def f(d):\n    assert "a" in d\n    d["a"]', 'subscript d a guarded'],
  'a handler': ['def f(d):\n    try:\n        d["a"]\n    except KeyError:\n        pass', 'subscript d a guarded'],
  'a handler of everything': [
    'def f(d):\n    try:\n        d["a"]\n    except Exception:\n        pass',
    'subscript d a guarded',
  ],
  'a handler that raises again': [
    'def f(d):\n    try:\n        d["a"]\n    except Exception:\n        raise',
    'subscript d a',
  ],
  'a handler of something else': [
    'def f(d):\n    try:\n        d["a"]\n    except OSError:\n        pass',
    'subscript d a',
  ],
  'the clause of a handler': [
    'def f(d):\n    try:\n        g()\n    except KeyError:\n        d["a"]',
    'subscript d a',
  ],
  'a schema': ['import jsonschema\ndef f(d):\n    jsonschema.validate(d, S)\n    d["a"]', 'subscript d a guarded'],
  'a check of its own': ['def f(d):\n    check_response(d)\n    d["a"]', 'subscript d a guarded'],
  'a dictionary of the file': ['D = {"a": 1}\nD["a"]', 'subscript D a guarded'],
  'what was stored before': ['def f(d):\n    d["a"] = 1\n    return d["a"]', 'subscript d a guarded'],
  'keys that are gone through': ['def f(d):\n    for k in d:\n        d[k]', 'subscript d ? guarded'],
  'the first piece of a text': ['def f(t):\n    t.split("/")[0]', 'subscript t.split("/") 0 guarded'],
  'get of something else is none': ['import requests, queue\nrequests.Session().get(u)\nqueue.Queue().get(True)'],
  'the environment': ['import os\nos.environ["A"]', 'subscript os.environ A'],
  'the command line': ['import sys\nkey = sys.argv[2]', 'subscript sys.argv 2'],
  'what is stored is not looked up': ['def f(d):\n    d["a"] = 1\n    del d["b"]'],
  'types are none': ['from typing import List\ndef f(d: List[int]) -> List[str]:\n    x: List[int] = []'],
})
