/** Requests and connections to other machines, and how they are made. */
import { excerpt } from '../../excerpt.ts'
import type { Gap, LocalFact } from '../../extractor.ts'
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf, callsOf } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { originsOf } from '../flow/search.ts'
import type { Functions } from '../functions.ts'
import { importedNames, requiredBy } from '../imports.ts'
import { meaningOf } from '../names.ts'
import { entriesOf } from '../objects.ts'
import { optionsNamed } from '../options.ts'
import { returnsOf } from '../results.ts'
import { type JavaScriptSource, placeOf } from '../source.ts'
import { bare, calledOf, givenOf, isFunction } from '../syntax.ts'
import { alternativesOf, makersOf } from '../values.ts'
import type { Connector } from './libraries/connector.ts'
import { connectorOf, harmless, isNetworkModule } from './libraries/index.ts'
import { type Limit, limitOf, type Phase } from './limits.ts'
import { proxyOf } from './proxies.ts'
import { statusChecked } from './status.ts'
import { verificationOf } from './verification.ts'

type Connection = LocalFact<'connection'>

export function connectionFacts(source: JavaScriptSource, functions: Functions): readonly Connection[] {
  return callsOf(source).flatMap((call): readonly Connection[] => {
    const callee = calleeOf(source, call)
    const connector = callee === undefined ? undefined : connectorOf(callee)
    if (callee === undefined || connector === undefined || isWithinMachine(source, call)) return []
    // `axios(…)` connects, `new axios.Axios()` and `axios` as an argument do not.
    return [connectionAt(source, functions, call, callee, connector)]
  })
}

/** A socket of the file system leads to no other machine. */
function isWithinMachine(source: JavaScriptSource, call: number): boolean {
  return givenOf(source.tree, call).some((given) =>
    ['socketPath', 'path'].some((name) => {
      const isSocket = name === 'socketPath' || /^net\./.test(calleeOf(source, call) ?? '')
      return isSocket && optionsNamed(source, given, name).some(({ kind }) => kind === 'given')
    }),
  )
}

function connectionAt(
  source: JavaScriptSource,
  functions: Functions,
  call: number,
  callee: string,
  connector: Connector,
): Connection {
  const objects = optionsOf(source, connector, call)
  const addresses = addressesOf(source, connector, call, objects)
  const isPlain = addresses.some((address) => isWithoutTls(source, address)) || callee.startsWith('http.')
  const raises = connector.raises && !toleratesFailure(source, connector, objects)
  return {
    at: placeOf(source, call),
    callee: excerpt(callee),
    library: connector.library,
    ...verificationOf(source, connector, objects, isPlain),
    ...limitFields('connect', limitOf(source, connector, call, objects, 'connect')),
    ...limitFields('read', limitOf(source, connector, call, objects, 'read')),
    proxy: proxyOf(source, connector, objects),
    status_checked: raises || connector.statusless === true || statusChecked(source, call),
    url_origins: [...new Set(addresses)].flatMap((address) => originsOf(source, address)),
    function: functions.indexOf(call),
    via: [],
  }
}

/** The objects that tell how it is made: its own options, then those of its client. */
function optionsOf(source: JavaScriptSource, { options }: Connector, call: number): readonly number[] {
  const { tree } = source
  const called = calledOf(tree, call)
  const callee = called === undefined ? undefined : bare(tree, called)
  const client = callee === undefined ? undefined : (fieldOf(tree, callee, 'object') ?? callee)
  const makers = client === undefined || callee === undefined ? [] : makersOf(source, client)
  const given = givenOf(tree, call).filter((each) => !isFunction(tree, bare(tree, each)))
  // The address may be left out, and stand among the options.
  const own = given.filter((each, index) => index >= options || entriesOf(source, each).entries.length > 0)
  return [...own, ...makers.filter((maker) => maker !== call).flatMap((maker) => givenOf(tree, maker))]
}

/** What says where it goes: the first argument, or entries of the options. */
function addressesOf(
  source: JavaScriptSource,
  { address = [] }: Connector,
  call: number,
  objects: readonly number[],
): readonly number[] {
  const [first] = givenOf(source.tree, call)
  const isObject = first !== undefined && entriesOf(source, first).entries.length > 0
  const named = objects.flatMap((object) =>
    address.flatMap((name) =>
      optionsNamed(source, object, name).flatMap((option) => (option.kind === 'given' ? [option.node] : [])),
    ),
  )
  return first === undefined || isObject ? named : [first, ...named]
}

function isWithoutTls(source: JavaScriptSource, address: number): boolean {
  return alternativesOf(source, address).some((each) => {
    if (each.kind !== 'expression') return false
    const value = constantOf(source, each.node)?.value
    const text = typeof value === 'string' ? value : textOf(source.tree, each.node).replace(/^[`'"]/, '')
    return /^(http|ws):\/\//i.test(text)
  })
}

/** `validateStatus: () => true`, `validateStatus: null`, `throwHttpErrors: false`, whatever name these go by. */
function toleratesFailure(
  source: JavaScriptSource,
  { tolerates = [] }: Connector,
  objects: readonly number[],
): boolean {
  return objects.some((object) =>
    tolerates.some((name) =>
      optionsNamed(source, object, name).some((option) => {
        if (option.kind !== 'given') return false
        return alternativesOf(source, option.node).some(
          (each) => each.kind === 'expression' && acceptsAll(source, each.node),
        )
      }),
    ),
  )
}

/** A condition that is left out, or that is true of every status. */
function acceptsAll(source: JavaScriptSource, node: number): boolean {
  const constant = constantOf(source, node)
  if (constant !== undefined) return constant.value === null || constant.value === false
  const meaning = meaningOf(source, node)
  const definition = meaning.kind === 'function' ? meaning.node : bare(source.tree, node)
  if (!isFunction(source.tree, definition)) return false
  const answers = returnsOf(source, definition).map((value) => constantOf(source, value)?.value)
  return answers.length > 0 && answers.every((answer) => answer === true)
}

function limitFields(phase: Phase, limit: Limit): Partial<Connection> {
  switch (limit.kind) {
    case 'none':
      return {}
    case 'unknown':
      return { [`${phase}_timeout`]: 'unknown' }
    case 'set': {
      const seconds = limit.seconds === undefined ? {} : { [`${phase}_seconds`]: limit.seconds }
      return { [`${phase}_timeout`]: limit.text, ...seconds }
    }
  }
}

/** A file that uses a library for connections, but none of its calls in a way that is known, may connect all the same. */
export function connectionGap(source: JavaScriptSource): Gap | undefined {
  const library = unrecognisedLibrary(source)
  if (library === undefined) return undefined
  return { reason: `it uses ${excerpt(library)}, and no call that connects was recognised`, kinds: ['connection'] }
}

function unrecognisedLibrary(source: JavaScriptSource): string | undefined {
  const { tree, modules, bindings } = source
  const imported = importedNames(tree, modules).filter(({ specifier }) => isNetworkModule(specifier))
  for (const { name, node } of imported) {
    const uses = bindings
      .mentionsOf(name)
      .filter((mention) => mention !== node && typeOf(tree, tree.parents[mention] ?? 0) !== 'import_clause')
    const telling = uses.map((use) => wholeName(source, use)).find((dotted) => !harmless.test(dotted))
    if (telling !== undefined && uses.length > 0) return telling
  }
  for (const call of callsOf(source)) {
    const specifier = requiredBy(source, call)
    if (specifier === undefined || !isNetworkModule(specifier)) continue
    const outer = tree.parents[call] ?? 0
    const name = typeOf(tree, outer) === 'variable_declarator' ? fieldOf(tree, outer, 'name') : undefined
    const uses = name === undefined ? [call] : bindings.mentionsOf(textOf(tree, name)).filter((use) => use !== name)
    const telling = uses.map((use) => wholeName(source, use)).find((dotted) => !harmless.test(dotted))
    if (telling !== undefined) return telling
  }
  return undefined
}

/** Of a name the whole `module.part` that it begins. */
function wholeName(source: JavaScriptSource, use: number): string {
  const { tree } = source
  let whole = use
  while (fieldOf(tree, tree.parents[whole] ?? 0, 'object') === whole) whole = tree.parents[whole] ?? 0
  return meaningOf(source, whole).dotted
}
