/** Items as SARIF rules: all that was evaluated, in the order of the checklist, whether anything was found or not. */
import type { ChecklistReport, ItemEntry } from '../runtime/results/model.ts'
import { weights } from './severity.ts'
import { relationshipsOf } from './taxonomies/index.ts'
import type { Rule, Taxonomy } from './types.ts'

/** GitHub keeps ten tags of a rule. */
const mostTags = 10
const longestDescription = 1024

export const ruleId = (checklist: ChecklistReport, item: { readonly id: string }): string =>
  `${checklist.id}/${item.id}`

/** `taxonomies` are those of the log that the rule goes into. */
export function ruleOf(checklist: ChecklistReport, item: ItemEntry, taxonomies: readonly Taxonomy[]): Rule {
  const weight = weights[item.severity]
  const relationships = relationshipsOf(item.tags, taxonomies)
  const fixes = [...new Set(item.checks.flatMap((check) => check.fix ?? []))]
  const why = item.rationale ?? `${item.title}.`
  return {
    id: ruleId(checklist, item),
    name: pascalCase(item.title),
    ...(item.was.length > 0 ? { deprecatedIds: item.was.map((id) => ruleId(checklist, { id })) } : {}),
    shortDescription: { text: cut(item.title) },
    fullDescription: { text: cut(why) },
    help: { text: [why, ...fixes, ...item.see].join('\n\n'), markdown: markdownHelp(checklist, item, why, fixes) },
    ...(item.see[0] === undefined ? {} : { helpUri: item.see[0] }),
    defaultConfiguration: { level: weight.level },
    ...(relationships.length > 0 ? { relationships } : {}),
    properties: {
      tags: ['security', ...item.tags.map(tagOf)].slice(0, mostTags),
      precision: item.confidence,
      'problem.severity': weight.problem,
      'security-severity': weight.score,
    },
  }
}

/** GitHub knows weaknesses by the tags that CodeQL gives them. */
const tagOf = (tag: string): string => (/^CWE-\d+$/.test(tag) ? `external/cwe/${tag.toLowerCase()}` : tag)

function markdownHelp(checklist: ChecklistReport, item: ItemEntry, why: string, fixes: readonly string[]): string {
  const parts = [
    `**${checklist.title}, ${item.id}**: ${item.title}`,
    ...(why === `${item.title}.` ? [] : [why]),
    ...fixes.map((fix) => `**How to fix**: ${fix}`),
    ...item.see.map((url) => `See <${url}>`),
  ]
  return parts.join('\n\n')
}

/** GitHub lets people filter by a rule's name; `TlsCertificateVerificationIsEnabled` says more there than an identifier. */
function pascalCase(title: string): string {
  const words = title.match(/[A-Za-z0-9]+/g) ?? []
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return name.slice(0, 80) || 'Item'
}

function cut(text: string): string {
  return text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1)}…`
}
