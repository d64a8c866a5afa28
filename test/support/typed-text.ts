/** The typed checklist as compact text: conditions in prefix form, optional fields with `?`, parameters with `$`, no places. */
import type {
  Condition,
  Domain,
  Identity,
  Reach,
  Scope,
  Subject,
  Template,
  TypedCheck,
  TypedChecklist,
  TypedDefinition,
  TypedItem,
  TypedReview,
  Value,
} from '../../compiler/check/typed.ts'
import { unreachable } from '../../compiler/unreachable.ts'

export function typedText({ id, version, title, about, parameters, definitions, items }: TypedChecklist): string {
  return [
    `checklist ${id} ${version} ${quote(title)}`,
    `about ${quote(about)}`,
    ...parameters.map((parameter) => {
      const bounds = parameter.bounds === undefined ? '' : ` within ${JSON.stringify(parameter.bounds)}`
      return `parameter $${parameter.name} (${parameter.type}) ${JSON.stringify(parameter.value)}${bounds}`
    }),
    ...definitions.map(definitionText),
    ...items.flatMap(itemLines),
  ].join('\n')
}

const quote = (text: string): string => JSON.stringify(text)

const definitionText = ({ name, kind, subject, condition }: TypedDefinition): string =>
  `${kind} ${name} of ${subject.name}: ${conditionText(condition)}`

function itemLines(item: TypedItem): readonly string[] {
  const { severity, confidence, tags, see, was, rationale, applies, needs } = item
  const said = [severity, `confidence ${confidence}`, ...tags, ...see, ...was.map((id) => `was ${id}`)]
  return [
    '',
    `item ${item.id} ${quote(item.title)} in ${item.section?.id ?? 'no section'}, line ${item.line}`,
    `  ${said.join(', ')}`,
    ...(rationale === undefined ? [] : [`  rationale ${quote(rationale)}`]),
    ...(applies === undefined
      ? []
      : [`  applies ${conditionText(applies.condition)}`, `    reads ${reachesText(applies.reads)}`]),
    ...item.checks.flatMap(checkLines),
    ...item.reviews.flatMap(reviewLines),
    `  needs ${needs.join(' ')}`,
  ]
}

function checkLines({ form, count, subject, where, must, message, fix, adds, removes }: TypedCheck): readonly string[] {
  return [
    `  ${[form, ...(count === undefined ? [] : [count])].join(' ')} ${subjectText(subject)}`,
    `    where ${conditionText(where)}`,
    ...(must === undefined ? [] : [`    must ${conditionText(must)}`]),
    `    message ${templateText(message)}`,
    ...(fix === undefined ? [] : [`    fix ${quote(fix)}`]),
    `    adds ${reachesText(adds)}`,
    `    removes ${reachesText(removes)}`,
  ]
}

function reviewLines({ question, when }: TypedReview): readonly string[] {
  const asked = `  review ${templateText(question)}`
  if (when === undefined) return [asked]
  const { subject, where, reads } = when
  return [
    asked,
    `    when ${subjectText(subject)}`,
    `    where ${conditionText(where)}`,
    `    reads ${reachesText(reads)}`,
  ]
}

export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'always':
      return 'true'
    case 'all':
    case 'any':
      return `(${condition.kind} ${condition.operands.map(conditionText).join(' ')})`
    case 'not':
      return `(not ${conditionText(condition.operand)})`
    case 'holds':
      return valueText(condition.value)
    case 'present':
      return `(present ${valueText(condition.value)})`
    case 'equal':
      return `(= ${valueText(condition.left)} ${valueText(condition.right)})`
    case 'order':
    case 'affix':
      return `(${condition.operator.replace(' ', '-')} ${valueText(condition.left)} ${valueText(condition.right)})`
    case 'among':
      return `(among ${valueText(condition.value)} ${listText(condition.list)})`
    case 'match': {
      const { written, source } = condition.pattern
      return `(match ${valueText(condition.value)} ${written.startsWith('/') ? written : `${quote(written)} = ${source}`})`
    }
    case 'same':
      return `(same ${identityText(condition.left)} ${identityText(condition.right)})`
    case 'apply':
      return `(${condition.definition} ${condition.subject})`
    case 'quantified': {
      const { quantifier, count, subject, where } = condition
      const words = [quantifier.replace(' ', '-'), ...(count === undefined ? [] : [count])].join(' ')
      return `(${words} ${subjectText(subject)} where ${conditionText(where)})`
    }
    case 'every': {
      const { subject, where, must } = condition
      return `(every ${subjectText(subject)} where ${conditionText(where)} must ${conditionText(must)})`
    }
    default:
      return unreachable(condition)
  }
}

export function valueText(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return value.value === null ? 'none' : JSON.stringify(value.value)
    case 'parameter':
      return `$${value.name}`
    case 'element':
      return value.subject
    case 'field':
      return fieldText(value.subject, value.steps) + (value.optional ? '?' : '')
    default:
      return unreachable(value)
  }
}

const fieldText = (subject: string, steps: readonly { readonly field: string }[]): string =>
  [subject, ...steps.map(({ field }) => field)].join('.')

const identityText = (identity: Identity): string =>
  identity.kind === 'subject' ? identity.subject : fieldText(identity.subject, identity.steps)

const listText = (list: readonly Value[] | { readonly parameter: string }): string =>
  'parameter' in list ? `$${list.parameter}` : `[${list.map(valueText).join(' ')}]`

export function subjectText({ name, domain, narrowed }: Subject): string {
  const narrowing = narrowed.kind === 'always' ? '' : ` narrowed ${conditionText(narrowed)}`
  return `${name}: ${domainText(domain)}${narrowing}`
}

function domainText(domain: Domain): string {
  switch (domain.kind) {
    case 'facts':
      return reachText(domain)
    case 'elements':
      return fieldText(domain.owner, domain.path)
    case 'probes':
      return `path among ${listText(domain.values)}`
    default:
      return unreachable(domain)
  }
}

export const reachesText = (reaches: readonly Reach[]): string => reaches.map(reachText).join(', ') || 'nothing'

function reachText({ of, scope }: Reach): string {
  return [of, scopeText(scope)].filter((part) => part !== '').join(' ')
}

function scopeText({ anywhere, globs, languages, roles, vendored, templates }: Scope): string {
  const words = [
    ...globs.map(({ written }) => quote(written)),
    ...languages,
    ...roles,
    ...(vendored ? ['vendored'] : []),
  ]
  return [
    ...(words.length === 0 ? [] : [`in ${words.join('+')}`]),
    ...(anywhere ? ['anywhere'] : []),
    ...(templates ? ['with templates'] : []),
  ].join(' ')
}

/** Placeholders as `{written = value}`, with the chain of subjects that leads to a witness. */
export function templateText({ parts }: Template): string {
  const text = parts.map((part) => {
    if (typeof part === 'string') return part
    const chain = part.witness?.subjects.map(
      ({ subject, where }) => `${subjectText(subject)} where ${conditionText(where)}`,
    )
    return `{${part.written} = ${valueText(part.value)}${chain === undefined ? '' : ` of ${chain.join(' > ')}`}}`
  })
  return quote(text.join('')).replaceAll('\\"', "'")
}
