/** Functions and variables of Python whose values come from outside of the program. */
import type { RecordFact } from '../../../compiler/index.ts'

export interface Source {
  readonly form: RecordFact<'origin'>['form']
  readonly name?: string | undefined
}

const forms: Readonly<Record<string, Source['form']>> = {
  'os.environ': 'environment',
  'os.environb': 'environment',
  'os.environ.get': 'environment',
  'os.environ.pop': 'environment',
  'os.environ.setdefault': 'environment',
  'os.environ.copy': 'environment',
  'os.getenv': 'environment',
  'os.getenvb': 'environment',
  'sys.argv': 'command_line',
  'sys.orig_argv': 'command_line',
  'argparse.ArgumentParser.parse_args': 'command_line',
  'argparse.Namespace()': 'command_line',
  'configparser.ConfigParser': 'setting',
  'configparser.ConfigParser()': 'setting',
  'configparser.ConfigParser.get': 'setting',
  'configparser.ConfigParser.items': 'setting',
  'configparser.RawConfigParser': 'setting',
  'configparser.RawConfigParser()': 'setting',
  'configparser.RawConfigParser.get': 'setting',
  'configparser.RawConfigParser.items': 'setting',
  'argparse.ArgumentParser.parse_known_args': 'command_line',
  'getopt.getopt': 'command_line',
  input: 'stdin',
  raw_input: 'stdin',
  'sys.stdin': 'stdin',
  'sys.stdin.read': 'stdin',
  'sys.stdin.readline': 'stdin',
  'sys.stdin.readlines': 'stdin',
  'sys.stdin.buffer': 'stdin',
  'sys.stdin.buffer.read': 'stdin',
  open: 'file',
  'io.open': 'file',
  'codecs.open': 'file',
  'gzip.open': 'file',
  'bz2.open': 'file',
  'lzma.open': 'file',
  'linecache.getlines': 'file',
  'pathlib.Path.open': 'file',
  'pathlib.Path.read_text': 'file',
  'pathlib.Path.read_bytes': 'file',
  'traceback.format_exc': 'traceback',
  'traceback.format_exception': 'traceback',
  'traceback.format_tb': 'traceback',
  'traceback.format_stack': 'traceback',
  'sys.exc_info': 'traceback',
  'http.client.HTTPConnection.getresponse': 'response',
  'http.client.HTTPSConnection.getresponse': 'response',
  'urllib.request.urlopen': 'response',
  'urllib.request.urlretrieve': 'response',
  'urllib.request.OpenerDirector.open': 'response',
  'urllib2.urlopen': 'response',
}

/** Libraries whose functions and clients are called as the request is: `requests.get`, `httpx.Client.post`. */
const requesters =
  /^(requests|httpx|aiohttp)\.((api|sessions)\.)?((\w*Client|ClientSession|Session)\.)?(get|post|put|patch|delete|head|options|request|send|stream)$/

/** urllib3 hands every request to a pool. */
const poolRequesters =
  /^urllib3\.(poolmanager\.|connectionpool\.)?((PoolManager|ProxyManager|HTTPS?ConnectionPool)\.)?(request|urlopen|request_encode_url|request_encode_body)$/

/** What clients of services are searched by, and answer. */
const serviceRequesters =
  /^((elasticsearch|opensearchpy)\.(client\.)?(Elasticsearch|OpenSearch)|pymisp\.(api\.)?(Expanded)?PyMISP)\.(search|get|scroll)\w*$/

/** What others send to a service: the request that a web framework hands to the function that answers it. */
const requestParts =
  /^(flask|quart|bottle)\.request\.(get_json|get_data|json|data|args|form|forms|values|query|params|files|headers|cookies)(?:\.get(?:list)?)?$/

/** Sources that hold many values: what is asked of them is their name. */
const unnamed = new Set(['environment', 'setting'])

export function sourceOf(dotted: string): Source | undefined {
  if (requesters.test(dotted) || poolRequesters.test(dotted) || serviceRequesters.test(dotted))
    return { form: 'response', name: dotted }
  if (requestParts.test(dotted)) return { form: 'alert', name: dotted }
  const form = Object.hasOwn(forms, dotted) ? forms[dotted] : undefined
  return form === undefined ? undefined : unnamed.has(form) ? { form } : { form, name: dotted }
}
