/**
 * The runtime library by itself: JSON of the size of a large repository's facts, read and written, beside V8's own.
 *
 *     node bench/library.ts [MEGABYTES] [ROUNDS]
 *
 * Prints milliseconds of the first call in a fresh instance and the median of the others, and how far memory grew.
 */
import { libraryInstance } from '../test/support/instance.ts'

const [megabytes = '20', rounds = '9'] = process.argv.slice(2)
const text = factsText(Number(megabytes) * 1e6)
const bytes = new TextEncoder().encode(text)

const library = libraryInstance()
const { opa_heap_ptr_get: top, opa_heap_ptr_set: setTop, opa_json_dump: dump, opa_eval: evaluate } = library.exports
const base = top!()

/** As the SDK does it: the input at the top of memory, one call, the result's text at the address that comes back. */
function evaluateOnce(): void {
  const missing = base + bytes.length - library.memory.buffer.byteLength
  if (missing > 0) library.memory.grow(Math.ceil(missing / 0x10000))
  new Uint8Array(library.memory.buffer).set(bytes, base)
  evaluate!(0, 0, 0, base, bytes.length, base + bytes.length, 0)
}

/** The text as a value that is kept, below whatever comes later. */
function keep(): number {
  setTop!(base)
  const value = library.exports.opa_json_parse!(...library.place(bytes))
  if (value === 0) throw new Error('the library refuses the facts')
  return value
}

console.log(`${(bytes.length / 1e6).toFixed(1)} MB of facts, milliseconds (first call, then the median of ${rounds})`)
report('opa_eval: copied in, parsed, nothing evaluated', evaluateOnce)
console.log(`  memory: ${(library.memory.buffer.byteLength / bytes.length).toFixed(1)} times the input`)
report('opa_json_parse, as data', keep)
const value = keep()
const mark = top!()
report('opa_json_dump', () => {
  setTop!(mark)
  dump!(value)
})
report('V8 JSON.parse of the text', () => JSON.parse(text))
report('V8 JSON.parse of the bytes', () => JSON.parse(new TextDecoder().decode(bytes)))
const parsed = JSON.parse(text)
report('V8 JSON.stringify', () => JSON.stringify(parsed))

function report(what: string, run: () => unknown): void {
  const first = timed(run)
  const times = Array.from({ length: Number(rounds) }, () => timed(run)).sort((a, b) => a - b)
  console.log(`${what}: ${first.toFixed(1)}, ${(times[times.length >> 1] ?? first).toFixed(1)}`)
}

function timed(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}

/** Calls with arguments and origins, in the proportions of real facts: few shapes, short texts, many equal ones. */
function factsText(size: number): string {
  const callees = ['requests.get', 'os.path.join', 'print', 'logging.Logger.info', 'json.loads', 'subprocess.run']
  const names = ['url', 'timeout', 'verify', 'headers', 'check', 'message']
  const calls: object[] = []
  let length = 0
  for (let i = 0; length < size; i++) {
    const at = {
      path: `src/module_${i % 907}/file.py`,
      line: i % 1500,
      column: i % 80,
      endLine: i % 1500,
      endColumn: 90,
    }
    const callee = callees[i % callees.length]
    const argumentsOf = Array.from({ length: i % 4 }, (_, j) => ({
      position: j + 1,
      name: names[(i + j) % names.length],
      text: `value_${(i * 7 + j) % 5000}`,
      known: (i + j) % 3 === 0,
      origins: [{ form: 'parameter', name: `parameter_${j}`, position: j, at }],
    }))
    const call = {
      at,
      file: i % 907,
      callee,
      text: `${callee}("é", value_${i})`,
      arguments: argumentsOf,
      in_try: false,
    }
    calls.push(call)
    length += 130 + 250 * argumentsOf.length
  }
  return JSON.stringify({ schema: 1, call: calls })
}
