/** What calls do to a value on its way: measure or hide it, encode it, hand it on as it is, or take it apart. */
import { words } from '../../classify/words.ts'

/** Functions that measure or hide what they are given. */
const measuring =
  words(`Boolean isNaN isFinite Number.isInteger Number.isFinite Array.isArray Object.keys Object.hasOwn Object.is
  Buffer.byteLength Buffer.isBuffer setTimeout setInterval clearTimeout clearInterval Date.now require.resolve
  fs.existsSync fs.statSync fs.stat fs.accessSync fs.access fs.promises.stat fs.promises.access crypto.createHash
  crypto.createHmac crypto.createHash().update crypto.createHmac().update crypto.timingSafeEqual crypto.randomBytes
  crypto.randomUUID crypto.subtle.digest assert assert.ok assert.equal assert.strictEqual`)

/** Methods that only tell something about the object. */
const measuringMethods =
  words(`startsWith endsWith includes indexOf lastIndexOf search test has hasOwnProperty isPrototypeOf
  localeCompare charCodeAt codePointAt some every findIndex keys digest close getTime`)

/** Properties that do. */
export const measuringProperties = words('length size byteLength constructor prototype')

export const measures = (callee: string, method: string | undefined): boolean =>
  measuring.has(callee) || (method !== undefined && measuringMethods.has(method))

/** Functions whose result cannot change what it is put into: an address, a command. */
export const encoders: ReadonlySet<string> =
  words(`encodeURIComponent encodeURI Number parseInt parseFloat Number.parseInt
  Number.parseFloat BigInt querystring.stringify querystring.escape qs.stringify URLSearchParams escape`)

/** Functions that give what they are given in another dress, with the same parts. */
export const transparent: ReadonlySet<string> = words(`String JSON.stringify JSON.parse Buffer.from Array.from Array.of
  Object.assign Object.freeze Object.fromEntries structuredClone util.inspect util.format String.raw Promise.resolve Promise.all
  Promise.race Promise.allSettled Promise.any URL Map Set Object atob btoa decodeURIComponent yaml.parse yaml.load js-yaml.load
  path.resolve path.normalize url.fileURLToPath url.pathToFileURL readline.createInterface events.once
  stream.Readable.from Error TypeError RangeError AggregateError`)

/** Of those, the ones that write a structure as text: that it was written so is told beside what is in it. */
export const serializers: ReadonlySet<string> = new Set(['JSON.stringify'])

/** Of those, the ones that read a structure out of a text. */
export const parsers: ReadonlySet<string> = new Set(['JSON.parse'])

/** Methods that give the object in another dress. */
export const transparentMethods: ReadonlySet<string> =
  words(`toString trim trimStart trimEnd trimLeft trimRight split substring
  substr replace replaceAll toLowerCase toUpperCase normalize concat join padStart padEnd repeat toJSON valueOf filter sort
  reverse flat toSorted toReversed read readFile pipe setEncoding on once iterator getReader catch finally
  toArray timeout decode encode match matchAll exec push write end arrayBuffer blob`)

/** Methods that give the body of an answer. */
export const bodyMethods: ReadonlySet<string> = words('json text bytes formData')

/** Methods that give an element. */
export const elementMethods: ReadonlySet<string> = words('pop shift at find findLast next')

/** Methods that give each element what a function makes of it. */
export const mappers: ReadonlySet<string> = words('map flatMap')

/** Methods that put what they are given into the object. */
export const additions: Readonly<Record<string, 'element' | 'elements'>> = {
  push: 'element',
  unshift: 'element',
  add: 'element',
  append: 'element',
}
