/** Typed checklist → Rego tree. */
import type { TypedChecklist } from '../../check/typed.ts'
import { type Module, object, rule, ruleRef, scalar } from '../tree.ts'
import { withoutUnused } from '../variables.ts'
import { conftestRules } from './conftest.ts'
import { sections, startLowering } from './context.ts'
import { lowerDefinition } from './definitions.ts'
import { lowerItem } from './items.ts'
import { lowerParameter } from './parameters.ts'
import { preludeRules } from './prelude.ts'
import { reachable } from './reachable.ts'

/** A module that answers, under its rule `result`, with the `Answer` of `compiler/wasm/answer.ts`. */
export function lower(checklist: TypedChecklist): Module {
  const lowering = startLowering(checklist)
  const { id, version, title, parameters, definitions, items } = checklist
  const { result } = lowering.prelude
  for (const parameter of parameters) lowerParameter(lowering, parameter)
  for (const definition of definitions) lowerDefinition(lowering, definition)
  const parts = items.map((item) => {
    const before = lowering.rules.items.length
    const answer = ruleRef(lowerItem(lowering, item))
    return { id: item.id, answer, rules: lowering.rules.items.slice(before).map((rule) => rule.name) }
  })
  const answers = parts.map(({ id, answer }) => [id, answer] as const)
  const main = rule(result, {
    value: object({
      language: scalar(1),
      checklist: scalar(id),
      version: scalar(version),
      items: object(Object.fromEntries(answers)),
    }),
    annotations: { scope: 'document', title: 'What each item comes to', custom: {} },
  })
  const module: Module = {
    package: ['proviso', id.replaceAll('-', '_')],
    comments: [`Compiled by Proviso from the checklist ${id} ${version}.`],
    annotations: { scope: 'package', title, custom: { checklist: id, version } },
    rules: [main, ...sections.flatMap((section) => lowering.rules[section]), ...preludeRules(lowering.prelude)],
    entrypoints: [result],
    items: parts.map(({ id, rules }) => ({ id, rules })),
    conftest: conftestRules(checklist, lowering.prelude),
  }
  return withoutUnused(reachable(module))
}
