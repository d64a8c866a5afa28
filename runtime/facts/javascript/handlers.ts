/** What catches errors: clauses, functions that a failed promise runs, listeners for what nobody caught. */
import type { LocalFact } from '../extractor.ts'
import { fieldOf, firstChild, nodesOf, textOf, typeOf } from '../syntax/flat.ts'
import { calleeOf } from './calls.ts'
import { constantOf } from './constants.ts'
import type { Functions } from './functions.ts'
import { meaningOf, memberNameOf } from './names.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { bare, calledOf, givenOf, isFunction, ownNodes } from './syntax.ts'

type Handler = LocalFact<'handler'>

export function handlerFacts(source: JavaScriptSource, functions: Functions): readonly Handler[] {
  const { tree } = source
  return [
    ...[...nodesOf(tree, 'catch_clause')].map((clause) => ofClause(source, functions, clause)),
    ...[...nodesOf(tree, 'call_expression')].flatMap((call) => ofCall(source, functions, call)),
  ]
}

function ofClause(source: JavaScriptSource, functions: Functions, clause: number): Handler {
  const { tree } = source
  const body = fieldOf(tree, clause, 'body')
  return {
    at: source.input.lines.placeOf(tree.starts[clause] ?? 0, tree.starts[body ?? clause] ?? 0),
    ...whatever,
    ...doingsOf(source, body),
    function: functions.indexOf(clause),
  }
}

/** No clause of the language names what it catches. */
const whatever = { exceptions: [], bare: true, catches_all: true } as const

/** `promise.catch(handle)`, `promise.then(use, handle)`, `process.on("uncaughtException", handle)`. */
function ofCall(source: JavaScriptSource, functions: Functions, call: number): readonly Handler[] {
  const { tree } = source
  const called = calledOf(tree, call)
  const callee = called === undefined ? undefined : bare(tree, called)
  const method = callee === undefined ? undefined : memberNameOf(source, callee)
  const [first, second] = givenOf(tree, call)
  if (callee === undefined || method === undefined || first === undefined) return []
  const event = second === undefined ? undefined : constantOf(source, first)?.value
  const object = fieldOf(tree, callee, 'object')
  const isOfProcess = object !== undefined && meaningOf(source, object).dotted === 'process'
  const isHook =
    isOfProcess && /^(on|once)$/.test(method) && /^(uncaughtException|unhandledRejection)$/.test(String(event))
  const handle = method === 'catch' ? first : method === 'then' || isHook ? second : undefined
  if (handle === undefined) return []
  const meaning = meaningOf(source, handle)
  const isWritten = meaning.kind === 'function' && isFunction(tree, meaning.node)
  const body = isWritten ? fieldOf(tree, meaning.node, 'body') : undefined
  const doings = isWritten ? doingsOf(source, body) : namedDoings(meaning.dotted)
  const at = placeOf(source, handle)
  if (!isHook) return [{ at, ...whatever, bare: false, ...doings, function: functions.indexOf(call) }]
  const starting = functions.facts.flatMap(({ entry_point }, index) => (entry_point ? [index] : []))
  const owners = starting.length > 0 ? starting : [functions.indexOf(call)]
  return owners.map((owner) => ({ at, ...whatever, bare: false, ...doings, function: owner }))
}

/** A function that is only named: `.catch(console.error)`. */
const namedDoings = (dotted: string) => ({
  reraises: false,
  logs: reporters.test(dotted) || reporting.test(dotted),
  ends_program: dotted === 'process.exit',
})

const throwing = new Set(['throw_statement'])
const calling = new Set(['call_expression'])
const assigning = new Set(['assignment_expression'])

const reporters = /^(console\.\w+|process\.(stdout|stderr)\.write)$/
const reporting = /(log|logger|emit|report|warn|warning|error|exception|critical|alert|notify|fail|print)/i

function doingsOf(source: JavaScriptSource, body: number | undefined) {
  const { tree } = source
  if (body === undefined) return { reraises: false, logs: false, ends_program: false }
  // The body of an arrow function may be the call itself.
  const itself = calling.has(typeOf(tree, body)) ? [body] : []
  const calls = [...itself, ...ownNodes(tree, body, calling)].map((call) => ({
    call,
    callee: calleeOf(source, call) ?? '',
  }))
  const setsCode = [...ownNodes(tree, body, assigning)].some((node) => /^process\.exitCode\b/.test(textOf(tree, node)))
  const rejects = calls.some(({ callee }) => /^(Promise\.reject|\(?reject\)?)$/.test(callee))
  return {
    reraises: rejects || [...ownNodes(tree, body, throwing)].some((node) => firstChild(tree, node) !== undefined),
    logs: calls.some(({ call, callee }) => reporters.test(callee) || reporting.test(lastNameOf(source, call))),
    ends_program: setsCode || calls.some(({ callee }) => /^(process\.(exit|abort|kill)|Deno\.exit)$/.test(callee)),
  }
}

function lastNameOf({ tree }: JavaScriptSource, call: number): string {
  const called = calledOf(tree, call)
  if (called === undefined) return ''
  return textOf(tree, fieldOf(tree, called, 'property') ?? called)
}
