/** What the children of a rule ask of an event, and what they refer to. */
import type { LocalFact } from '../extractor.ts'
import type { Attribute } from './tokens.ts'

/** A child of a rule, its text trimmed. */
export interface RuleChild {
  readonly name: string
  readonly attributes: readonly Attribute[]
  readonly text: string
  /** The tag that opens it. */
  readonly start: number
  readonly end: number
}

export interface Condition {
  readonly field: string
  readonly pattern: string
  readonly negated: boolean
}

/** Elements that look at the event as a whole. */
const wholeEvent = new Set(['match', 'regex', 'pcre2'])

/** Elements that are named for the field that they look at. */
const namedFields = new Set(
  `decoded_as category srcip dstip srcport dstport protocol srcgeoip dstgeoip user url id status hostname program_name
  system_name action data extra_data location time weekday`.split(/\s+/),
)

export function conditionOf({ name, attributes, text }: RuleChild): Condition | undefined {
  const negated = attributes.some((each) => each.name === 'negate' && each.value.trim() === 'yes')
  if (name === 'field') {
    const field = attributes.find((each) => each.name === 'name')?.value.trim()
    return field === undefined ? undefined : { field, pattern: text, negated }
  }
  if (wholeEvent.has(name)) return { field: 'full_log', pattern: text, negated }
  return namedFields.has(name) ? { field: name, pattern: text, negated } : undefined
}

type Lists = Pick<LocalFact<'wazuh_rule'>, 'if_sids' | 'if_groups' | 'options'>

/** `if_matched_sid` and the like ask the same of earlier events. */
const lists: Readonly<Record<string, keyof Lists>> = {
  if_sid: 'if_sids',
  if_matched_sid: 'if_sids',
  if_group: 'if_groups',
  if_matched_group: 'if_groups',
  options: 'options',
}

export function listedBy(children: readonly RuleChild[]): Lists {
  const found = { if_sids: [] as string[], if_groups: [] as string[], options: [] as string[] }
  for (const { name, text } of children) {
    const list = lists[name]
    // Numbers are separated by spaces as well; the name of a group holds none.
    if (list !== undefined) found[list].push(...text.split(/[\s,]+/).filter((each) => each !== ''))
  }
  return found
}
