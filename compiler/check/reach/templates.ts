/** Whether a sentence speaks of templates, so that a template which could not be read matters to it. */
import type { Condition, Reach, Value } from '../typed.ts'
import type { Definitions, Influence } from './polarity.ts'

/** The reaches of a sentence that names templates in one of its conditions take in templates. */
export function withTemplates(
  influence: Influence,
  sentence: readonly Condition[],
  definitions: Definitions,
): Influence {
  if (!sentence.some((condition) => namesTemplates(condition, definitions))) return influence
  const widened = ({ of, scope }: Reach): Reach => ({ of, scope: { ...scope, templates: true } })
  return { raises: influence.raises.map(widened), lowers: influence.lowers.map(widened) }
}

function namesTemplates(condition: Condition, definitions: Definitions): boolean {
  const names = (part: Condition) => namesTemplates(part, definitions)
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands.some(names)
    case 'not':
      // `role is not "template"` looks away from them.
      return !isAboutRole(condition.operand) && names(condition.operand)
    case 'equal':
    case 'among':
      return isAboutRole(condition)
    case 'quantified':
      return names(condition.subject.narrowed) || names(condition.where)
    case 'every':
      return names(condition.subject.narrowed) || names(condition.where) || names(condition.must)
    case 'apply': {
      const definition = definitions.get(condition.definition)
      return definition !== undefined && names(definition.condition)
    }
    default:
      return false
  }
}

function isAboutRole(condition: Condition): boolean {
  if (condition.kind === 'equal') return isRole(condition.left) && isTemplate(condition.right)
  if (condition.kind !== 'among' || !isRole(condition.value)) return false
  return !('parameter' in condition.list) && condition.list.some(isTemplate)
}

const isRole = (value: Value): boolean => value.kind === 'field' && value.steps.at(-1)?.field === 'role'
const isTemplate = (value: Value): boolean => value.kind === 'literal' && value.value === 'template'
