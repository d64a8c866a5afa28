/** Rules of a Wazuh rule set, from a file or from a block that documentation shows. */
import type { Place } from '../../../compiler/index.ts'
import type { LocalFact } from '../extractor.ts'
import { type Token, tokensOf } from './tokens.ts'

type Rule = LocalFact<'wazuh_rule'>

export interface RulesRead {
  readonly rules: readonly Rule[]
  /** Where reading came to an end that was none, as an offset. */
  readonly broken: number | undefined
}

/** Elements whose text matters. */
interface Open {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly attributes: ReadonlyMap<string, string>
  text: string
  readonly groups: string[]
  description: string | undefined
}

export function wazuhRules(
  text: string,
  foundIn: Rule['found_in'],
  placeOf: (start: number, end: number) => Place,
): RulesRead {
  const rules: Rule[] = []
  const variables = new Map<string, string>()
  const open: Open[] = []
  let broken: number | undefined
  for (const token of tokensOf(text)) {
    switch (token.kind) {
      case 'open':
        if (!token.empty) open.push(opened(token))
        break
      case 'text': {
        const inside = open.at(-1)
        if (inside !== undefined) inside.text += token.text
        break
      }
      case 'close': {
        // An end without its start is passed over; one further out ends what was left open inside.
        const index = open.findLastIndex((element) => element.name === token.name)
        if (index < 0) break
        if (open.length - 1 > index && open.slice(index + 1).some(({ name }) => name === 'rule')) broken ??= token.start
        const element = open[index] as Open
        open.length = index
        closeElement(element, open, variables, rules, foundIn, placeOf)
        break
      }
      case 'unclosed':
        broken ??= token.start
        break
    }
  }
  const left = open.find(({ name }) => name === 'rule' || name === 'group')
  return { rules, broken: broken ?? left?.start }
}

function opened({ name, start, end, attributes }: Extract<Token, { kind: 'open' }>): Open {
  return {
    name,
    start,
    end,
    attributes,
    text: '',
    groups: listed(attributes.get('name') ?? ''),
    description: undefined,
  }
}

function closeElement(
  element: Open,
  around: readonly Open[],
  variables: Map<string, string>,
  rules: Rule[],
  foundIn: Rule['found_in'],
  placeOf: (start: number, end: number) => Place,
): void {
  const rule = around.findLast(({ name }) => name === 'rule')
  switch (element.name) {
    case 'var':
      variables.set(element.attributes.get('name') ?? '', element.text.trim())
      return
    case 'description':
      if (rule !== undefined) rule.description = element.text.trim()
      return
    case 'group':
      if (rule !== undefined) rule.groups.push(...listed(element.text))
      return
    case 'rule': {
      const [id, level] = ['id', 'level'].map((name) => Number(element.attributes.get(name) ?? Number.NaN))
      // Rules of other programs are called so, too: only those in a group with a number are Wazuh's.
      if (id === undefined || !Number.isInteger(id) || !around.some(({ name }) => name === 'group')) return
      const description = element.description === undefined ? undefined : expanded(element.description, variables)
      rules.push({
        at: placeOf(element.start, element.end),
        id,
        level: level === undefined || Number.isNaN(level) ? 0 : level,
        ...(description === undefined ? {} : { description }),
        description_fields: [...(description ?? '').matchAll(/\$\(([^()]*)\)/g)].map((match) => match[1] as string),
        groups: [...around.filter(({ name }) => name === 'group').flatMap(({ groups }) => groups), ...element.groups],
        found_in: foundIn,
      })
      return
    }
    default:
      return
  }
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `$NAME` is a variable of the file; `$(name)` is a field of the event and stays. */
function expanded(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$([A-Za-z_]\w*)/g, (whole, name: string) => variables.get(name) ?? whole)
}
