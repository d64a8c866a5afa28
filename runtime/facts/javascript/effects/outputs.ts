/** What code writes to a stream or a log. */
import type { LocalFact } from '../../extractor.ts'
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { Argument } from '../arguments.ts'
import { type Call, calleeOf } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { originsOf, termsOf } from '../flow/search.ts'
import { termAt } from '../flow/terms-at.ts'
import { meaningOf, memberNameOf } from '../names.ts'
import { runsInBrowser } from '../runs-in-browser.ts'
import { type JavaScriptSource, placeOf } from '../source.ts'
import { bare, calledOf, givenOf } from '../syntax.ts'
import { makersOf } from '../values.ts'
import { isInHandler, tellsOfError } from './surroundings.ts'

type Output = LocalFact<'output'>
type Stream = Output['stream']

interface Written {
  readonly stream: Stream
  readonly arguments: readonly Argument[]
  readonly logger?: true
  readonly level?: string
}

export function outputFacts(source: JavaScriptSource, calls: readonly Call[]): readonly Output[] {
  return calls.flatMap((call): readonly Output[] => {
    const written = writtenBy(source, call)
    if (written === undefined) return []
    const inHandler = isInHandler(source, call.node)
    const { stream, logger = false, level = '' } = written
    return [
      {
        at: call.fact.at,
        stream,
        callee: call.fact.callee,
        through_logger: logger,
        in_handler: inHandler,
        about_error: inHandler || /^(error|fatal|critical|warn)/.test(level) || tellsOfError(source, call.node),
        arguments: written.arguments,
        function: call.fact.function,
        via: [],
      },
    ]
  })
}

const onConsole: Readonly<Record<string, Stream>> = {
  log: 'stdout',
  info: 'stdout',
  debug: 'stdout',
  dir: 'stdout',
  table: 'stdout',
  group: 'stdout',
  error: 'stderr',
  warn: 'stderr',
  trace: 'stderr',
  assert: 'stderr',
}

function writtenBy(source: JavaScriptSource, { node, fact }: Call): Written | undefined {
  const { callee } = fact
  const given = (fact.arguments as readonly Argument[]).filter(({ name }) => name === undefined)
  const method = /^console\.(\w+)$/.exec(callee)?.[1]
  const stream = method !== undefined && Object.hasOwn(onConsole, method) ? onConsole[method] : undefined
  if (stream !== undefined && runsInBrowser(source)) return undefined
  if (stream !== undefined) return { stream, arguments: given.map((each, index) => shown(source, node, each, index)) }
  const ownStream = /^(?:process|Deno|Bun)\.(stdout|stderr)\.(write|end|writeSync|writer\(\)\.write)$/.exec(callee)?.[1]
  if (ownStream === 'stdout' || ownStream === 'stderr') return { stream: ownStream, arguments: given }
  return (
    ofChosenConsole(source, node, given) ??
    ofDescriptor(source, node, callee, given) ??
    ofPipe(source, node, callee) ??
    ofLogger(source, node, given)
  )
}

/** The console shows an error with its stack. */
function shown(source: JavaScriptSource, call: number, argument: Argument, index: number): Argument {
  const node = givenOf(source.tree, call)[index]
  if (node === undefined || typeOf(source.tree, bare(source.tree, node)) !== 'identifier') return argument
  const isError = termsOf(source, node).some(({ form, whole }) => form === 'exception' && whole)
  if (!isError) return argument
  const origins = argument.origins as readonly Argument['origins'][number][]
  return { ...argument, origins: [...origins, termAt(source, node, 'traceback')] }
}

/** `console[level](text)`. */
function ofChosenConsole(source: JavaScriptSource, node: number, given: readonly Argument[]): Written | undefined {
  const { tree } = source
  const called = calledOf(tree, node)
  const object = called === undefined ? undefined : fieldOf(tree, bare(tree, called), 'object')
  if (called === undefined || object === undefined || meaningOf(source, object).dotted !== 'console') return undefined
  return memberNameOf(source, bare(tree, called)) === undefined ? { stream: 'unknown', arguments: given } : undefined
}

/** `fs.writeSync(1, data)`, `fs.writeFileSync("/dev/stdout", data)`. */
function ofDescriptor(
  source: JavaScriptSource,
  node: number,
  callee: string,
  given: readonly Argument[],
): Written | undefined {
  if (!/^fs(\.promises)?\.(write|writeSync|writeFile|writeFileSync|appendFileSync)$/.test(callee)) return undefined
  const [target] = givenOf(source.tree, node)
  if (target === undefined) return undefined
  const known = constantOf(source, target)?.value ?? textOf(source.tree, target)
  const number = /^(?:1|\/dev\/stdout|process\.stdout\.fd)$/.test(String(known)) ? 1 : undefined
  const isError = /^(?:2|\/dev\/stderr|process\.stderr\.fd)$/.test(String(known))
  if (number === undefined && !isError) return undefined
  return { stream: isError ? 'stderr' : 'stdout', arguments: given.slice(1) }
}

/** `answer.pipe(process.stdout)` writes all that comes. */
function ofPipe(source: JavaScriptSource, node: number, callee: string): Written | undefined {
  const { tree } = source
  const called = calledOf(tree, node)
  const object = called === undefined ? undefined : fieldOf(tree, bare(tree, called), 'object')
  const [target] = givenOf(tree, node)
  if (object === undefined || target === undefined || !/\.(pipe|pipeTo)$/.test(callee)) return undefined
  const { dotted } = meaningOf(source, target)
  if (dotted !== 'process.stdout' && dotted !== 'process.stderr') return undefined
  const piped = { at: placeOf(source, object), position: 1, text: textOf(tree, object).slice(0, 200), known: false }
  return {
    stream: dotted === 'process.stdout' ? 'stdout' : 'stderr',
    arguments: [{ ...piped, origins: originsOf(source, object) }],
  }
}

/** Where loggers go that nobody tells to go elsewhere. */
const loggers: readonly (readonly [RegExp, Stream])[] = [
  [
    /^pino$|^bunyan\.createLogger$|^log4js\.getLogger$|^loglevel(\.getLogger)?$|^tslog\.Logger$|^consola\.create$/,
    'stdout',
  ],
  [/^winston\.(createLogger|loggers\.\w+)$|^winston\.Logger$/, 'stdout'],
  [/^debug$/, 'stderr'],
]
const levels = /^(trace|debug|verbose|silly|http|info|notice|warn|warning|error|fatal|critical|log)$/

/** A logger by what made it; what it is told of a stream decides. */
function ofLogger(source: JavaScriptSource, node: number, given: readonly Argument[]): Written | undefined {
  const { tree } = source
  const called = calledOf(tree, node)
  if (called === undefined) return undefined
  const callee = bare(tree, called)
  const object = fieldOf(tree, callee, 'object') ?? callee
  // `logger[level](text)` logs at some level.
  const level = object === callee ? 'debug' : (memberNameOf(source, callee) ?? 'log')
  if (!levels.test(level) || !/^(identifier|member_expression|call_expression|this)$/.test(typeOf(tree, object)))
    return undefined
  const direct = /^(winston|loglevel|consola|log4js)$/.test(meaningOf(source, object).dotted)
  if (direct) return { stream: 'stdout', arguments: given, logger: true, level }
  for (const maker of makersOf(source, object)) {
    const made = calleeOf(source, maker) ?? ''
    const found = loggers.find(([sign]) => sign.test(made))
    // A function that is made by `debug` is called itself; a logger is not.
    if (found === undefined || (object === callee) !== (made === 'debug')) continue
    return { stream: streamTold(textOf(tree, maker)) ?? found[1], arguments: given, logger: true, level }
  }
  return undefined
}

/** A destination, as makers of loggers are told it. */
function streamTold(making: string): Stream | undefined {
  const toError = /process\.stderr\b|destination\(\s*(?:\{[^}]*dest:\s*)?2\b|stderrLevels/.test(making)
  const toFile = /transports\.File|type:\s*['"]file/.test(making) && !/transports\.Console/.test(making)
  return toError ? 'stderr' : toFile ? 'log' : undefined
}
