/** The facts of rules, from a file of its own or from a block in documentation. */
import type { Place } from '../../../compiler/index.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import type { MappedText } from '../mapped-text.ts'
import { conditionOf, listedBy, type RuleChild } from './conditions.ts'
import { type Rule, rulesIn, type Trouble } from './rules.ts'
import { expanded } from './variables.ts'

export interface RuleFacts {
  readonly rules: readonly LocalFact<'wazuh_rule'>[]
  readonly trouble: readonly Trouble[]
}

type Variables = ReadonlyMap<string, string>

export function ruleFacts(
  { lines }: FileInput,
  text: MappedText,
  found_in: LocalFact<'wazuh_rule'>['found_in'],
): RuleFacts {
  if (!text.text.includes('<')) return { rules: [], trouble: [] }
  const { rules: written, variables, trouble } = rulesIn(text.text)
  const troubles: Trouble[] = trouble === undefined ? [] : [trouble]
  const rules: LocalFact<'wazuh_rule'>[] = []
  for (const rule of written) {
    const [id, level] = [expanded(rule.id, variables), expanded(rule.level, variables)]
    if (!/^\d{1,9}$/.test(id) || !/^\d{1,3}$/.test(level)) {
      // What stands in no group is a rule of something else.
      if (rule.groups.length === 0) continue
      troubles.push({ what: `a rule has the id "${rule.id}" and the level "${rule.level}"`, start: rule.start })
      continue
    }
    rules.push({
      at: placeOf(rule),
      id: Number(id),
      level: Number(level),
      ...fieldsOf(rule, variables, placeOf),
      found_in,
    })
  }
  return { rules, trouble: troubles }

  function placeOf({ start, end }: { readonly start: number; readonly end: number }): Place {
    const range = text.rangeOf(start, end)
    return lines.placeOf(range.start, range.end)
  }
}

function fieldsOf(
  { description, groups, children, overwrites }: Rule,
  variables: Variables,
  placeOf: (child: RuleChild) => Place,
) {
  const shown = description === undefined ? undefined : expanded(description, variables)
  const meant = children.map((child) => ({
    ...child,
    attributes: child.attributes.map((each) => ({ ...each, value: expanded(each.value, variables) })),
    text: expanded(child.text, variables),
  }))
  return {
    ...(shown === undefined ? {} : { description: shown }),
    description_fields: fieldsIn(shown ?? ''),
    groups: groups.map((group) => expanded(group, variables)),
    ...listedBy(meant),
    conditions: meant.flatMap((child) => {
      const condition = conditionOf(child)
      return condition === undefined ? [] : [{ at: placeOf(child), ...condition }]
    }),
    overwrites,
    // Which events the code emits shows only when all files were read.
    reports_failure: false,
  }
}

/** `$(data.user)` shows a field of the event. */
const fieldsIn = (description: string): readonly string[] => [
  ...new Set([...description.matchAll(/\$\(([^()\s]{1,200})\)/g)].map((match) => match[1]!)),
]
