/** What is going to be extracted, as data to be shown: which kinds, from where, by whom. */
import {
  type AskedRecords,
  type ExtractionPlan,
  type KindName,
  type OwnCondition,
  type Scope,
  type Selection,
  unreachable,
} from '../../../compiler/index.ts'
import type { Extractor } from '../extractor.ts'
import type { Linker } from '../link.ts'
import { demandOf } from './demand.ts'

export interface Demanded {
  readonly kinds: readonly DemandedKind[]
  /** Paths that are asked about. */
  readonly probes: readonly string[]
  /** What is put together when all files were read. */
  readonly linkers: readonly string[]
}

export interface DemandedKind {
  readonly kind: KindName
  /** Whether a check asks for it, or only a linker needs it. */
  readonly asked: boolean
  readonly extractors: readonly string[]
  /** In words, one for each alternative: "in code where callee is among 3 values". */
  readonly selections: readonly string[]
}

export function describe(
  plans: readonly ExtractionPlan[] | undefined,
  extractors: readonly Extractor[],
  linkers: readonly Linker[],
): Demanded {
  const { asked, gathered, linkers: needed, probes } = demandOf(plans, extractors, linkers)
  const kinds = [...gathered].map(([kind, selections]): DemandedKind => {
    const givers = extractors.filter((extractor) => extractor.kinds.includes(kind))
    const words = selections.map(selectionWords)
    return { kind, asked: asked.has(kind), extractors: givers.map(({ name }) => name), selections: [...new Set(words)] }
  })
  return { kinds, probes, linkers: needed.map(({ name }) => name) }
}

function scopeWords({ anywhere, globs, languages, roles, vendored, templates }: Scope): string {
  const places = [
    ...roles,
    ...languages,
    ...(vendored ? ['vendored'] : []),
    ...globs.map(({ pattern }) => pattern.source),
  ]
  const all = anywhere ? 'anywhere' : "in the repository's own files"
  const where = places.length === 0 ? all : `in ${places.join(', ')}${anywhere ? ' anywhere' : ''}`
  return templates && !anywhere ? `${where}, templates included` : where
}

function selectionWords({ scope, condition, detailed, records }: Selection): string {
  const which = `${scopeWords(scope)}${conditionWords(condition)}`
  if (detailed === undefined) return `${which}${recordWords(records)}`
  return isNever(detailed)
    ? `${which}, in outline`
    : `${which}, in outline unless ${wordsOf(detailed)}${recordWords(records)}`
}

/** An alternative of none holds nowhere. */
const isNever = (condition: OwnCondition): boolean => condition.kind === 'any' && condition.operands.length === 0

function recordWords(records: readonly AskedRecords[] | undefined): string {
  if (records === undefined) return ''
  const named = (asked: readonly AskedRecords[]): readonly string[] =>
    asked.flatMap((each) => [each.field, ...named(each.records)])
  const fields = [...new Set(named(records))]
  return fields.length === 0 ? ', without records' : `, with the ${fields.join(' and ')} that it asks about`
}

const conditionWords = (condition: OwnCondition): string =>
  condition.kind === 'always' ? '' : ` where ${wordsOf(condition)}`

/** So many values are named one by one. */
const fewValues = 3

function wordsOf(condition: OwnCondition): string {
  switch (condition.kind) {
    case 'always':
      return 'anything holds'
    case 'all':
      return condition.operands.map(wordsOf).join(' and ')
    case 'any':
      return `(${condition.operands.map(wordsOf).join(' or ')})`
    case 'not':
      return `not (${wordsOf(condition.operand)})`
    case 'holds':
      return condition.field
    case 'present':
      return `${condition.field} is there`
    case 'among': {
      const { field, values } = condition
      const named =
        values.length <= fewValues ? values.map((value) => JSON.stringify(value)).join(', ') : `${values.length} values`
      return `${field} is ${values.length === 1 ? '' : 'among '}${named}`
    }
    case 'order':
      return `${condition.field} ${condition.operator} ${condition.value}`
    case 'affix':
      return `${condition.field} ${condition.operator} ${JSON.stringify(condition.value)}`
    case 'match':
      return `${condition.field} matches /${condition.pattern.source}/`
    case 'some': {
      const { field, operand } = condition
      const asked = operand.kind === 'always' ? '' : ` with ${wordsOf(operand)}`
      return `one of ${field}${asked}`
    }
    default:
      return unreachable(condition)
  }
}
