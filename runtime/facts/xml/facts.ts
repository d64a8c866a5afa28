/** The facts of rules, from a file of its own or from a block in documentation. */
import type { FileInput, LocalFact } from '../extractor.ts'
import type { MappedText } from '../mapped-text.ts'
import { rulesIn, type Trouble } from './rules.ts'

export interface RuleFacts {
  readonly rules: readonly LocalFact<'wazuh_rule'>[]
  readonly trouble: Trouble | undefined
}

export function ruleFacts(
  { lines }: FileInput,
  text: MappedText,
  found_in: LocalFact<'wazuh_rule'>['found_in'],
): RuleFacts {
  if (!text.text.includes('<')) return { rules: [], trouble: undefined }
  const { rules, variables, trouble } = rulesIn(text.text)
  return {
    trouble,
    rules: rules.map(({ id, level, description, groups, start, end }) => {
      const shown = description === undefined ? undefined : expanded(description, variables)
      const range = text.rangeOf(start, end)
      return {
        at: lines.placeOf(range.start, range.end),
        id,
        level,
        ...(shown === undefined ? {} : { description: shown }),
        description_fields: fieldsIn(shown ?? ''),
        groups,
        found_in,
      }
    }),
  }
}

/** Variables may hold variables that are defined before them. */
function expanded(text: string, variables: ReadonlyMap<string, string>): string {
  let result = text
  for (let round = 0; round < 3 && result.length < longest; round++) {
    result = result.replace(/\$(\w+)/g, (written, name) => variables.get(name) ?? written)
  }
  return result.slice(0, longest)
}

const longest = 10_000

/** `$(data.user)` shows a field of the event. */
const fieldsIn = (description: string): readonly string[] => [
  ...new Set([...description.matchAll(/\$\(([^()\s]{1,200})\)/g)].map((match) => match[1]!)),
]
