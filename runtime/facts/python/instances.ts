/** Objects whose class is evident: from a literal, from the class that is called, from what a function is known to give. */

/** By node type. */
export const literalClasses: ReadonlyMap<string, string> = new Map([
  ['string', 'str'],
  ['concatenated_string', 'str'],
  ['list', 'list'],
  ['list_comprehension', 'list'],
  ['dictionary', 'dict'],
  ['dictionary_comprehension', 'dict'],
  ['set', 'set'],
  ['set_comprehension', 'set'],
  ['tuple', 'tuple'],
  ['integer', 'int'],
  ['float', 'float'],
])

/** What functions and methods of the standard library give, as their documentation says. */
const results: Readonly<Record<string, string>> = {
  'argparse.ArgumentParser.parse_args': 'argparse.Namespace',
  'datetime.datetime.now': 'datetime.datetime',
  'datetime.datetime.utcnow': 'datetime.datetime',
  'datetime.datetime.fromisoformat': 'datetime.datetime',
  'datetime.datetime.fromtimestamp': 'datetime.datetime',
  'datetime.datetime.strptime': 'datetime.datetime',
  'datetime.date.today': 'datetime.date',
  'http.client.HTTPConnection.getresponse': 'http.client.HTTPResponse',
  'http.client.HTTPSConnection.getresponse': 'http.client.HTTPResponse',
  'logging.getLogger': 'logging.Logger',
  'logging.Logger.getChild': 'logging.Logger',
  'pathlib.Path.absolute': 'pathlib.Path',
  'pathlib.Path.cwd': 'pathlib.Path',
  'pathlib.Path.expanduser': 'pathlib.Path',
  'pathlib.Path.home': 'pathlib.Path',
  'pathlib.Path.joinpath': 'pathlib.Path',
  'pathlib.Path.resolve': 'pathlib.Path',
  'pathlib.Path.with_name': 'pathlib.Path',
  'pathlib.Path.with_suffix': 'pathlib.Path',
  're.compile': 're.Pattern',
  'requests.session': 'requests.Session',
  'socket.create_connection': 'socket.socket',
  'sqlite3.connect': 'sqlite3.Connection',
  'sqlite3.Connection.cursor': 'sqlite3.Cursor',
  'ssl._create_unverified_context': 'ssl.SSLContext',
  'ssl.create_default_context': 'ssl.SSLContext',
  'ssl.wrap_socket': 'ssl.SSLSocket',
  'ssl.SSLContext.wrap_socket': 'ssl.SSLSocket',
  'str.encode': 'bytes',
  'str.format': 'str',
  'str.join': 'str',
  'str.replace': 'str',
  'str.strip': 'str',
  'urllib.request.build_opener': 'urllib.request.OpenerDirector',
  'urllib.request.urlopen': 'http.client.HTTPResponse',
}

/** Classes whose names do not look like one. */
const lowerCaseClasses = new Set([
  'array.array',
  'bytearray',
  'bytes',
  'collections.defaultdict',
  'collections.deque',
  'datetime.date',
  'datetime.datetime',
  'datetime.time',
  'datetime.timedelta',
  'datetime.timezone',
  'dict',
  'frozenset',
  'int',
  'float',
  'list',
  'set',
  'socket.socket',
  'str',
  'threading.local',
  'tuple',
])

/** The class of what calling a thing gives: by convention, what begins with a capital is itself a class. */
export function resultClass(dotted: string): string | undefined {
  const known = Object.hasOwn(results, dotted) ? results[dotted] : undefined
  if (known !== undefined) return known
  const name = dotted.slice(dotted.lastIndexOf('.') + 1)
  return lowerCaseClasses.has(dotted) || /^_*[A-Z]\w*[a-z]/.test(name) || /^[A-Z]{2,}$/.test(name) ? dotted : undefined
}
