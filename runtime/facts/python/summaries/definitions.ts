/** What a file defines: its functions, its classes, the names of the module. */

import type { Definition, ParameterSummary } from '../../flow/summary.ts'
import type { Open } from '../../flow/term.ts'
import { nothing, united, type Value } from '../../flow/value.ts'
import { nodesOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { constantOf } from '../constants.ts'
import { termAt } from '../flow/terms-at.ts'
import { valueAt } from '../flow/value-at.ts'
import { basesOf, isProperty, isStatic } from '../members.ts'
import { meaningOf } from '../names.ts'
import { parametersOf } from '../parameters.ts'
import { returnedBy } from '../results.ts'
import type { PythonSource } from '../source.ts'
import { fieldsOfRecord, Results, valueOfBindings } from './values.ts'

/** More names of one class or module say that a program wrote it. */
const mostNames = 2000

export function definitionsIn(source: PythonSource): readonly Definition[] {
  const results = new Results(source)
  return [
    ...[...nodesOf(source.tree, 'function_definition')].map((node) => functionDefinition(source, results, node)),
    ...[...nodesOf(source.tree, 'class_definition')].map((node) => classDefinition(source, results, node)),
    ...globals(source),
  ]
}

const blank = { function: undefined, parameters: [], isMethod: false, raises: [], is: undefined, bases: [] } as const

function functionDefinition(source: PythonSource, results: Results, node: number): Definition {
  return {
    ...blank,
    kind: 'function',
    name: `${source.modules.own}.${source.scopes.qualifiedName(node)}`,
    function: node,
    parameters: parameterSummaries(source, node),
    isMethod: source.scopes.classOf(node) !== undefined && !isStatic(source, node),
    gives: results.returnedBy(node),
    raises: results.raisedBy(node),
    is: classReturned(source, node),
  }
}

function classReturned(source: PythonSource, node: number): string | undefined {
  const said = returnedBy(source, node)
  if (said !== undefined) return said.dotted
  const [only, other] = source.uses.returnsOf(node)
  return only === undefined || other !== undefined ? undefined : classOfValue(source, only)
}

/** The class of an object, or the call of the repository that makes it. */
function classOfValue(source: PythonSource, node: number): string | undefined {
  const { kind, dotted } = meaningOf(source, node)
  return kind === 'instance' || (kind === 'result' && source.modules.isOwn(dotted)) ? dotted : undefined
}

function parameterSummaries(source: PythonSource, definition: number): readonly ParameterSummary[] {
  return parametersOf(source.tree, definition).map(({ name, position, spread, default: otherwise }) => ({
    name,
    position,
    spread,
    default: otherwise === undefined ? undefined : valueAt(source, otherwise),
  }))
}

function classDefinition(source: PythonSource, results: Results, node: number): Definition {
  const { bindings, modules, scopes, input } = source
  const initializer = bindings
    .namesOf(node)
    .get('__init__')
    ?.find((binding) => binding.kind === 'function')?.node
  const names = new Set([...bindings.namesOf(node).keys(), ...bindings.attributesOf(node)])
  const attributes = [...names].slice(0, mostNames).map((name) => {
    const bound = bindings.member(node, name)
    const read = bound.flatMap((one) => (one.kind === 'function' && isProperty(source, one.node) ? [one.node] : []))
    const values = [valueOfBindings(source, bound), ...read.map((property) => results.returnedBy(property))]
    return [`.${name}`, united(values)] as const
  })
  const fields = initializer === undefined ? fieldsOfRecord(source, node) : []
  // What stands in the class itself is what a field holds when nobody says otherwise.
  const standards = new Map(
    fields.map((name) => {
      const value = valueOfBindings(source, bindings.namesOf(node).get(name) ?? [])
      return [name, isNothing(value) ? undefined : value]
    }),
  )
  const ofFields = fields.map((name): readonly [string, Value] => {
    const open: Open = { kind: 'parameter', file: input.file.path, function: node, name, path: [] }
    return [`.${name}`, { terms: [{ ...termAt(source, node + 1, 'parameter', name), open }], entries: {} }]
  })
  return {
    ...blank,
    kind: 'class',
    name: `${modules.own}.${scopes.qualifiedName(node)}`,
    function: initializer ?? node,
    parameters:
      initializer === undefined
        ? fields.map((name, index) => ({ name, position: index + 2, spread: undefined, default: standards.get(name) }))
        : parameterSummaries(source, initializer),
    isMethod: true,
    gives: {
      terms: [],
      entries: Object.fromEntries([...attributes, ...ofFields].filter(([, value]) => !isNothing(value))),
    },
    bases: basesOf(source, node).map((base) => meaningOf(source, base).dotted),
  }
}

const isNothing = ({ terms, entries }: Value): boolean => terms.length === 0 && Object.keys(entries).length === 0

function globals(source: PythonSource): readonly Definition[] {
  return [...source.bindings.namesOf(0)].slice(0, mostNames).flatMap(([name, bound]): readonly Definition[] => {
    const isValue = bound.some(({ kind }) => kind === 'value' || kind === 'part')
    if (!isValue) return []
    const gives = united([valueOfBindings(source, bound), nothing])
    const constant = constantHeld(source, bound)
    const own = { kind: 'global', name: `${source.modules.own}.${name}`, gives, is: classHeld(source, bound) } as const
    return [{ ...blank, ...own, ...(constant === undefined ? {} : { constant }) }]
  })
}

/** Texts are told by what they come from. */
function constantHeld(source: PythonSource, bound: readonly Binding[]): Definition['constant'] {
  const [only, other] = bound
  if (only?.kind !== 'value' || other !== undefined) return undefined
  const value = constantOf(source, only.node)?.value
  return typeof value === 'string' ? undefined : value
}

function classHeld(source: PythonSource, bound: readonly Binding[]): string | undefined {
  const [only, other] = bound.filter(({ kind }) => kind === 'value')
  return only?.kind !== 'value' || other !== undefined ? undefined : classOfValue(source, only.node)
}
