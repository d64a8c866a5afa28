/** What comparisons of generated checklists meet in generated documents: a field of a type, missing or there. */
import { fieldOf, shapeOf } from '../../../compiler/check/context.ts'
import type { Bound, Condition, SubjectType, Value } from '../../../compiler/check/typed.ts'
import type { FactsDocument, KindName } from '../../../compiler/index.ts'
import { follow, type Instance } from '../../../runtime/interpret/instances.ts'

export type Meet = (what: string) => void

export function countComparison(
  condition: Condition,
  subjects: readonly Bound[],
  documents: readonly FactsDocument[],
  meet: Meet,
): void {
  const [left, right] = sidesOf(condition)
  if (condition.kind === 'same') meet('with a reference')
  if (right?.kind === 'parameter') meet('a parameter')
  if (right?.kind === 'field') meet('with an equality of fields')
  if (right?.kind === 'literal' && right.value === null) meet('equal to null')
  if (condition.kind === 'among' && 'parameter' in condition.list) meet('a list parameter')
  if (left?.kind !== 'field') return
  const subject = subjects.find(({ name }) => name === left.subject)
  const type = subject && typeOf(subject.is, left)
  if (subject === undefined || type === undefined) return
  const operator = condition.kind === 'order' || condition.kind === 'affix' ? condition.operator : condition.kind
  for (const document of documents) {
    for (const state of statesIn(document, subject.is, left)) meet(`${operator}, ${type} ${state}`)
  }
}

function sidesOf(condition: Condition): readonly (Value | undefined)[] {
  switch (condition.kind) {
    case 'holds':
    case 'match':
    case 'among':
    case 'present':
      return [condition.value]
    case 'equal':
    case 'order':
    case 'affix':
      return [condition.left, condition.right]
    default:
      return []
  }
}

type FieldValue = Extract<Value, { kind: 'field' }>

function typeOf(is: SubjectType, { steps }: FieldValue): string | undefined {
  const before = steps.at(-2)?.to
  const owner: SubjectType = before === undefined ? is : { kind: 'fact', of: before }
  return fieldOf(owner, steps.at(-1)?.field ?? '')?.type.kind
}

/** Whether the field is there, is missing, or either, among all that the subject could stand for in the document. */
function statesIn(document: FactsDocument, is: SubjectType, { steps }: FieldValue): ReadonlySet<string> {
  const found = instancesOf(document, is).map((instance) =>
    follow(document, instance, steps) === undefined ? 'missing' : 'there',
  )
  return new Set(found)
}

function instancesOf(document: FactsDocument, is: SubjectType): readonly Instance[] {
  if (is.kind === 'fact') {
    const facts = (document[is.of] ?? []) as readonly Readonly<Record<string, unknown>>[]
    return facts.map((fields, index): Instance => ({ kind: 'fact', of: is.of, index, fields }))
  }
  return is.kind === 'record' ? recordsOf(document, is) : []
}

/** Records of a shape in the lists of facts, and in those of other records. */
function recordsOf(document: FactsDocument, is: Extract<SubjectType, { kind: 'record' }>): readonly Instance[] {
  const wanted = Object.keys(shapeOf(is)?.fields ?? {})
  const found: Instance[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const fields = value as Readonly<Record<string, unknown>>
    if (!('file' in fields) && Object.keys(fields).every((name) => name === 'at' || wanted.includes(name))) {
      found.push({ kind: 'record', fields })
    }
    for (const inner of Object.values(fields)) if (Array.isArray(inner)) look(inner)
  }
  for (const kind of Object.keys(document.extracted)) look(document[kind as KindName])
  return found
}
