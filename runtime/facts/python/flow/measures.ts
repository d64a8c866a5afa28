/** What calls do to a value on its way: measure or hide it, encode it, hand it on as it is, or take it apart. */

/** Functions that measure or hide what they are given. */
const measuring = new Set(
  `
    len bool hash type id isinstance issubclass hasattr callable range all any
    os.path.exists os.path.isfile os.path.isdir os.path.getsize os.path.getmtime os.access os.stat
    hmac.compare_digest secrets.compare_digest operator.eq time.sleep
    hashlib.md5 hashlib.sha1 hashlib.sha224 hashlib.sha256 hashlib.sha384 hashlib.sha512 hashlib.new hashlib.blake2b
    zlib.crc32 hmac.new hmac.digest uuid.uuid3 uuid.uuid5 logging.getLogger
  `
    .trim()
    .split(/\s+/),
)

/** Methods that only tell something about the object. */
const measuringMethods = new Set(
  `
    startswith endswith isdigit isalpha isalnum isnumeric isspace isupper islower isidentifier count index find rindex rfind
    keys exists is_file is_dir stat status getcode raise_for_status hexdigest digest __len__ __contains__ close
  `
    .trim()
    .split(/\s+/),
)

export const measures = (callee: string, method: string | undefined): boolean =>
  measuring.has(callee) || (method !== undefined && measuringMethods.has(method))

/** Functions whose result cannot change what it is put into: an address, a command, a page. */
export const encoders: ReadonlySet<string> = new Set([
  'urllib.parse.quote',
  'urllib.parse.quote_plus',
  'urllib.parse.quote_from_bytes',
  'urllib.parse.urlencode',
  'urllib.quote',
  'urllib.quote_plus',
  'urllib.urlencode',
  'shlex.quote',
  'shlex.join',
  'pipes.quote',
  'html.escape',
  'xml.sax.saxutils.escape',
  'xml.sax.saxutils.quoteattr',
  'requests.utils.quote',
  'base64.urlsafe_b64encode',
  'ipaddress.ip_address',
  'ipaddress.ip_network',
  'ipaddress.IPv4Address',
  'ipaddress.IPv6Address',
  'uuid.UUID',
  'int',
  'float',
])

/** Functions that give what they are given in another dress, with the same parts. */
export const transparent: ReadonlySet<string> = new Set(
  `
    str repr ascii bytes bytearray memoryview list tuple set frozenset sorted reversed iter print format
    copy.copy copy.deepcopy json.dumps json.loads json.load json.JSONDecoder.decode json.JSONEncoder.encode
    yaml.safe_load yaml.load yaml.dump yaml.safe_dump ast.literal_eval pprint.pformat tomllib.load tomllib.loads
    xml.etree.ElementTree.fromstring xml.etree.ElementTree.parse csv.reader csv.DictReader
    typing.cast collections.OrderedDict types.MappingProxyType io.StringIO io.BytesIO
    base64.b64encode base64.b64decode
  `
    .trim()
    .split(/\s+/),
)

/** Of those, the ones that write a structure as text: that it was written so is told beside what is in it. */
export const serializers: ReadonlySet<string> = new Set([
  'json.dumps',
  'json.JSONEncoder.encode',
  'yaml.dump',
  'yaml.safe_dump',
])

/** Of those, the ones that read a structure out of a text. */
export const parsers: ReadonlySet<string> = new Set(['json.load', 'json.loads', 'json.JSONDecoder.decode'])

/** Methods that give the object in another dress. */
export const transparentMethods: ReadonlySet<string> = new Set(
  `
    json read readline readlines decode encode strip lstrip rstrip lower upper title capitalize casefold copy
    splitlines split rsplit replace removeprefix removesuffix getvalue read_text read_bytes fetchall fetchone fetchmany
    expandtabs zfill ljust rjust center translate partition rpartition group groups tolist __str__ __repr__ iter_lines
    iter_content
  `
    .trim()
    .split(/\s+/),
)

/** Methods that look a key up, with what they give where there is none. */
export const lookUps: ReadonlySet<string> = new Set(['get', 'pop', 'setdefault', '__getitem__'])

/** Methods that put what they are given into the object: as an element, or all its elements. */
export const additions: Readonly<Record<string, 'element' | 'elements'>> = {
  append: 'element',
  appendleft: 'element',
  add: 'element',
  insert: 'element',
  put: 'element',
  write: 'elements',
  extend: 'elements',
  extendleft: 'elements',
  update: 'elements',
}
