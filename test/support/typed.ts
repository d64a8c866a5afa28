/** Typed checklists by hand, for the stages behind the checker: what it would have filled in is spelled out or derived. */
import type {
  Condition,
  Placeholder,
  Reach,
  Scope,
  Step,
  Subject,
  SubjectType,
  Template,
  TypedCheck,
  TypedChecklist,
  TypedDefinition,
  TypedItem,
  TypedParameter,
  TypedPattern,
  Value,
  Witness,
} from '../../compiler/check/typed.ts'
import type { KindName } from '../../compiler/index.ts'

const span = { path: 'sample.checklist', start: 0, end: 0 }

// ------------------------------------------------------------------------------------------------------------ values

export const literal = (value: string | number | boolean | null): Value => ({ kind: 'literal', value })
export const parameter = (name: string): Value => ({ kind: 'parameter', name })
export const element = (subject: string): Value => ({ kind: 'element', subject })

/** `field('call.function.name')`, `field('url.host?')`: the subject, the fields, and whether the last may be missing. */
export function field(written: string): Extract<Value, { kind: 'field' }> {
  const optional = written.endsWith('?')
  const [subject = '', ...names] = written.replace('?', '').split('.')
  return { kind: 'field', subject, steps: steps(names), optional }
}

const references = new Set<string>(['file', 'function', 'script', 'section'])
const steps = (names: readonly string[]): readonly Step[] =>
  names.map((name) => ({ field: name, to: references.has(name) ? (name as KindName) : undefined }))

const valueFrom = (value: Value | string | number | boolean | null): Value =>
  typeof value === 'object' && value !== null ? value : literal(value)

// -------------------------------------------------------------------------------------------------------- conditions

type Given = Value | string | number | boolean | null

export const always: Condition = { kind: 'always' }
export const all = (...operands: readonly Condition[]): Condition => ({ kind: 'all', operands })
export const any = (...operands: readonly Condition[]): Condition => ({ kind: 'any', operands })
export const not = (operand: Condition): Condition => ({ kind: 'not', operand })
export const holds = (written: string): Condition => ({ kind: 'holds', value: field(written) })
export const present = (written: string): Condition => ({ kind: 'present', value: field(written) })
export const is = (written: string, right: Given): Condition => ({
  kind: 'equal',
  left: field(written),
  right: valueFrom(right),
})
export const order = (written: string, operator: '<' | '<=' | '>' | '>=', right: Given): Condition => ({
  kind: 'order',
  operator,
  left: field(written),
  right: valueFrom(right),
})
export const among = (value: string | Value, list: readonly Given[] | { readonly parameter: string }): Condition => ({
  kind: 'among',
  value: typeof value === 'string' ? field(value) : value,
  list: 'parameter' in list ? list : list.map(valueFrom),
})
export const affix = (
  written: string,
  operator: 'contains' | 'starts with' | 'ends with',
  right: Given,
): Condition => ({ kind: 'affix', operator, left: field(written), right: valueFrom(right) })
export const pattern = (source: string, written: string, ignoreCase = false): TypedPattern => ({
  source,
  ignoreCase,
  written,
})
export const match = (value: string | Value, matched: TypedPattern): Condition => ({
  kind: 'match',
  value: typeof value === 'string' ? field(value) : value,
  pattern: matched,
})
/** Each side is a subject, or a field that refers to a fact. */
export const same = (left: string, right: string): Condition => ({
  kind: 'same',
  left: identity(left),
  right: identity(right),
})
const identity = (written: string) =>
  written.includes('.') ? field(written) : ({ kind: 'subject', subject: written } as const)
export const apply = (definition: string, subject: string): Condition => ({ kind: 'apply', definition, subject })

type Quantifier = 'some' | 'no' | 'at least' | 'at most' | 'exactly'
export const quantified = (
  quantifier: Quantifier,
  subject: Subject,
  where: Condition = always,
  count?: number,
): Condition => ({ kind: 'quantified', quantifier, count, subject, where })
export const everyOf = (subject: Subject, where: Condition, must: Condition): Condition => ({
  kind: 'every',
  subject,
  where,
  must,
})

// ---------------------------------------------------------------------------------------------------------- subjects

export const own: Scope = {
  anywhere: false,
  globs: [],
  languages: [],
  roles: [],
  vendored: false,
  templates: false,
}
export const scope = (parts: Partial<Scope>): Scope => ({ ...own, ...parts })

interface SubjectParts {
  readonly as?: string
  readonly scope?: Scope
  readonly narrowed?: Condition
}

export const facts = (of: KindName, { as = of, scope = own, narrowed = always }: SubjectParts = {}): Subject => ({
  name: as,
  is: { kind: 'fact', of },
  domain: { kind: 'facts', of, scope },
  narrowed,
  span,
})

/** `elements('argument', 'call.arguments')`: records of the kind that the name says, or what `type` says. */
export function elements(name: string, written: string, type?: SubjectType): Subject {
  const { subject: owner, steps: path } = field(written)
  return {
    name,
    is: type ?? { kind: 'record', of: name as 'argument' | 'origin' },
    domain: { kind: 'elements', owner, path },
    narrowed: always,
    span,
  }
}

export const probes = (values: readonly Given[], narrowed: Condition = always): Subject => ({
  name: 'path',
  is: { kind: 'fact', of: 'path' },
  domain: { kind: 'probes', values: values.map(valueFrom) },
  narrowed,
  span,
})

// ------------------------------------------------------------------------------------------------------------ checks

/** Placeholders by how they are written; a field that starts with the subject's own name may leave it out. */
export function template(
  text: string,
  values: Readonly<Record<string, string | Value | { readonly field: string; readonly witness: Witness }>> = {},
): Template {
  const parts = text.split(/\{([^}]+)\}/).map((part, index): string | Placeholder => {
    if (index % 2 === 0) return part
    const given = values[part]
    if (given === undefined) throw new Error(`the template says {${part}}, and no value is given for it`)
    if (typeof given === 'string') return { written: part, value: field(given), witness: undefined }
    if ('witness' in given) {
      const value = given.field.includes('.') ? field(given.field) : element(given.field)
      return { written: part, value, witness: given.witness }
    }
    return { written: part, value: given, witness: undefined }
  })
  return { parts: parts.filter((part) => part !== '') }
}

export const witness = (...subjects: readonly (readonly [Subject, Condition])[]): Witness => ({
  subjects: subjects.map(([subject, where]) => ({ subject, where })),
})

type CheckParts = Partial<Pick<TypedCheck, 'adds' | 'removes' | 'count' | 'must'>>

export function check(
  form: TypedCheck['form'],
  subject: Subject,
  where: Condition,
  message: Template | string,
  parts: CheckParts = {},
): TypedCheck {
  const here = reachOf(subject)
  const [byMore, byLess] = [form !== 'some' && form !== 'at least', ['some', 'at least', 'exactly'].includes(form)]
  return {
    form,
    count: undefined,
    subject,
    where,
    must: undefined,
    message: typeof message === 'string' ? template(message) : message,
    fix: undefined,
    adds: byMore ? here : [],
    removes: byLess ? here : [],
    line: 3,
    span,
    ...parts,
  }
}

export const reachOf = ({ domain }: Subject): readonly Reach[] =>
  domain.kind === 'facts' ? [{ of: domain.of, scope: domain.scope }] : [{ of: 'path', scope: own }]

export const item = (
  id: string,
  checks: readonly TypedCheck[],
  parts: Partial<Pick<TypedItem, 'applies' | 'reviews' | 'needs' | 'title'>> = {},
): TypedItem => ({
  id,
  title: `Title of ${id}`,
  section: { id: 'S', title: 'Section' },
  severity: 'high',
  confidence: 'high',
  tags: [],
  see: [],
  rationale: undefined,
  was: [],
  applies: undefined,
  checks,
  reviews: [],
  needs: [...new Set(checks.flatMap(({ subject }) => reachOf(subject).map(({ of }) => of)))],
  line: 2,
  span,
  ...parts,
})

export const review = (
  question: Template | string,
  when?: { readonly subject: Subject; readonly where: Condition },
): TypedItem['reviews'][number] => ({
  question: typeof question === 'string' ? template(question) : question,
  when: when === undefined ? undefined : { ...when, reads: reachOf(when.subject), raises: reachOf(when.subject) },
  line: 3,
  span,
})

export const definition = (
  name: string,
  kind: TypedDefinition['kind'],
  of: KindName | 'argument' | 'origin',
  condition: Condition,
  subject: string = of,
): TypedDefinition => ({
  name,
  kind,
  subject: {
    name: subject,
    is: of === 'argument' || of === 'origin' ? { kind: 'record', of } : { kind: 'fact', of },
  },
  condition,
  span,
})

export const checklist = (
  items: readonly TypedItem[],
  parts: {
    readonly id?: string
    readonly parameters?: readonly TypedParameter[]
    readonly definitions?: readonly TypedDefinition[]
  } = {},
): TypedChecklist => ({
  id: parts.id ?? 'sample-checklist',
  version: '1.0.0',
  title: 'A sample',
  about: '',
  parameters: parts.parameters ?? [],
  definitions: parts.definitions ?? [],
  items,
})
