/** By which names a checklist asks for facts of other tools. */
import type { OwnCondition, Selection } from '../../../compiler/index.ts'

/** All names that facts are asked for by; undefined where any will do. */
export function askedNames(selections: readonly Selection[]): readonly string[] | undefined {
  const asked = selections.map(({ condition }) => namesIn(condition))
  return asked.some((names) => names === undefined) ? undefined : asked.flatMap((names) => names ?? [])
}

/** The names that a fact must have to meet the condition; undefined where any will do. */
export function namesIn(condition: OwnCondition): readonly string[] | undefined {
  switch (condition.kind) {
    case 'among':
      return condition.field === 'name' ? condition.values.map(String) : undefined
    case 'all':
      return condition.operands.map(namesIn).find((names) => names !== undefined)
    case 'any': {
      const alternatives = condition.operands.map(namesIn)
      return alternatives.some((names) => names === undefined)
        ? undefined
        : alternatives.flatMap((names) => names ?? [])
    }
    default:
      return undefined
  }
}
