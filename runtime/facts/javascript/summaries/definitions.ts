/** What a file defines: its functions, its classes, the names of the module, and what it exports under other names. */
import type { Definition } from '../../flow/summary.ts'
import type { Path, Term } from '../../flow/term.ts'
import { nothing, united, type Value } from '../../flow/value.ts'
import { fieldOf, nodesOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { changesOf } from '../flow/changes.ts'
import { thrownValues } from '../flow/exceptions.ts'
import { termsOf } from '../flow/search.ts'
import { termAt } from '../flow/terms-at.ts'
import { valueAt } from '../flow/value-at.ts'
import { baseOf } from '../members.ts'
import { meaningOf, ofDefinition } from '../names.ts'
import { ownCallee } from '../own-calls.ts'
import { parametersOf } from '../parameters.ts'
import { returnedBy, returnsOf } from '../results.ts'
import type { JavaScriptSource } from '../source.ts'
import { bare, callNodes, classNodes, functionNodes, isClass, isFunction, ownNodes } from '../syntax.ts'
import { exportsOf } from './exports.ts'

/** More names of one class or module say that a program wrote it. */
const mostNames = 2000
/** Calls of one function whose exceptions are its own, too. */
const mostCalls = 16

const blank = { function: undefined, parameters: [], isMethod: false, raises: [], is: undefined, bases: [] } as const

export function definitionsIn(source: JavaScriptSource): readonly Definition[] {
  const { tree, scopes } = source
  const nodes = (types: readonly string[]) => types.flatMap((type) => [...nodesOf(tree, type)])
  const functions = nodes(functionNodes).filter((node) => scopes.nameOf(node) !== '')
  return [
    ...functions.map((node) => functionDefinition(source, node)),
    ...nodes(classNodes).map((node) => classDefinition(source, node)),
    ...globals(source),
    ...exported(source),
  ]
}

function functionDefinition(source: JavaScriptSource, node: number): Definition {
  const returned = returnsOf(source, node).map((value) => valueAt(source, value))
  const is = returnedBy(source, node)
  return {
    ...blank,
    kind: 'function',
    name: ofDefinition(source, 'function', node).dotted,
    function: node,
    parameters: parameterSummaries(source, node),
    isMethod: source.scopes.classOf(node) !== undefined,
    gives: returned.length === 0 ? nothing : united(returned),
    raises: thrownBy(source, node),
    is: is?.dotted ?? resultOf(source, node),
  }
}

/** The call of the repository whose result a function returns. */
function resultOf(source: JavaScriptSource, node: number): string | undefined {
  const [only, other] = returnsOf(source, node)
  const meaning = only === undefined || other !== undefined ? undefined : meaningOf(source, only)
  return meaning?.kind === 'result' && source.modules.isOwn(meaning.dotted) ? meaning.dotted : undefined
}

/** A method has its object before its parameters. */
function parameterSummaries(source: JavaScriptSource, definition: number): Definition['parameters'] {
  const isMethod = source.scopes.classOf(definition) !== undefined
  const own = parametersOf(source.tree, definition).map(({ name, position, rest, otherwise }) => ({
    name,
    position: isMethod ? position + 1 : position,
    spread: rest ? ('*' as const) : undefined,
    default: otherwise === undefined ? undefined : valueAt(source, otherwise),
  }))
  return isMethod ? [{ name: 'this', position: 1, spread: undefined, default: undefined }, ...own] : own
}

const throwing = new Set(['throw_statement'])
const calling = new Set<string>(callNodes)

function thrownBy(source: JavaScriptSource, node: number): readonly Term[] {
  const { tree, input } = source
  const own = [...ownNodes(tree, node, throwing)].flatMap((statement) =>
    thrownValues(source, statement).flatMap((value) => termsOf(source, value)),
  )
  const calls = [...ownNodes(tree, node, calling)].filter((call) => ownCallee(source, call) !== undefined)
  const handed = calls.slice(0, mostCalls).map((call): Term => {
    const open = { kind: 'raised', file: input.file.path, call, path: [] } as const
    return { ...termAt(source, call, 'call', ownCallee(source, call)), open }
  })
  return [...united([{ terms: own, entries: {} }, nothing]).terms, ...handed]
}

function classDefinition(source: JavaScriptSource, node: number): Definition {
  const { bindings } = source
  const own = bindings.member(node, 'constructor').find(({ kind }) => kind === 'function')
  const initializer = own?.kind === 'function' ? own.node : undefined
  const members = [...bindings.membersOf(node)].slice(0, mostNames)
  const fields = members.map(([name, bound]) => [name, valueOfBindings(source, bound)] as const)
  const base = baseOf(source, node)
  return {
    ...blank,
    kind: 'class',
    name: ofDefinition(source, 'class', node).dotted,
    function: initializer ?? node,
    parameters: initializer === undefined ? [] : parameterSummaries(source, initializer),
    isMethod: true,
    gives: { terms: [], entries: Object.fromEntries(fields.filter(([, value]) => !isNothing(value))) },
    bases: base === undefined ? [] : [meaningOf(source, base).dotted],
  }
}

const isNothing = ({ terms, entries }: Value): boolean => terms.length === 0 && Object.keys(entries).length === 0

/** What a name or a field may hold. */
function valueOfBindings(source: JavaScriptSource, bound: readonly Binding[]): Value {
  const values = bound.flatMap((binding): readonly Value[] => {
    switch (binding.kind) {
      case 'value':
        return [valueAt(source, binding.node, binding.path)]
      case 'parameter':
        return [valueAt(source, binding.parameter.pattern, binding.path)]
      default:
        return []
    }
  })
  return united([...values, ...changesOf(source, bound).map(({ path, node }) => changed(source, path, node)), nothing])
}

function changed(source: JavaScriptSource, path: Path, node: number): Value {
  const [key, ...deeper] = path
  const value = valueAt(source, node)
  if (path.length === 0) return value
  const part = deeper.length === 0 ? value : { terms: value.terms, entries: {} }
  return key === undefined ? { terms: part.terms, entries: {} } : { terms: [], entries: { [key]: part } }
}

function globals(source: JavaScriptSource): readonly Definition[] {
  return [...source.bindings.namesOf(0)].slice(0, mostNames).flatMap(([name, bound]): readonly Definition[] => {
    if (!bound.some(({ kind }) => kind === 'value')) return []
    const [only, other] = bound
    const is = only?.kind === 'value' && other === undefined ? classOfValue(source, only.node) : undefined
    return [
      { ...blank, kind: 'global', name: `${source.modules.own}.${name}`, gives: valueOfBindings(source, bound), is },
    ]
  })
}

/** The class of an object, or the call of the repository that makes it. */
function classOfValue(source: JavaScriptSource, node: number): string | undefined {
  const { kind, dotted } = meaningOf(source, node)
  return kind === 'instance' || (kind === 'result' && source.modules.isOwn(dotted)) ? dotted : undefined
}

/** Functions and classes go by the names that they are exported under as well; anything else is a global. */
function exported(source: JavaScriptSource): readonly Definition[] {
  const { tree, modules } = source
  return exportsOf(source).flatMap(({ name, value }): readonly Definition[] => {
    const called = name === '' ? modules.own : `${modules.own}.${name}`
    const node = bare(tree, value)
    const meaning = meaningOf(
      source,
      fieldOf(tree, node, 'name') !== undefined && isDeclared(source, node) ? node + 1 : node,
    )
    if (meaning.dotted === called) return []
    if (meaning.kind === 'function' && isFunction(tree, meaning.node)) {
      return [{ ...functionDefinition(source, meaning.node), name: called }]
    }
    if (meaning.kind === 'class' && isClass(tree, meaning.node)) {
      return [{ ...classDefinition(source, meaning.node), name: called, bases: [meaning.dotted] }]
    }
    if (meaning.kind === 'thing' && modules.isOwn(meaning.dotted)) return [alias(source, node, called, meaning.dotted)]
    return [{ ...blank, kind: 'global', name: called, gives: valueAt(source, node), is: classOfValue(source, node) }]
  })
}

const isDeclared = ({ tree }: JavaScriptSource, node: number): boolean => typeOf(tree, node).endsWith('_declaration')

/** What another module of the repository gives, handed on. */
function alias(source: JavaScriptSource, node: number, name: string, dotted: string): Definition {
  const open = { kind: 'global', name: dotted, path: [] } as const
  const term = { ...termAt(source, node, 'global', dotted), open }
  return { ...blank, kind: 'global', name, gives: { terms: [term], entries: {} }, is: dotted }
}
