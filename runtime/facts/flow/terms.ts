/**
 * What the languages share of the flow of values: terms, and the summary of a file, from which values are linked across
 * files whatever they are written in. They stand with the language that had them first.
 */
export { distinct } from '../python/flow/distinct.ts'
export { purposeOf } from '../python/flow/file-paths.ts'
export { queryKeysIn } from '../python/flow/query-keys.ts'
export {
  answerOf,
  deepestPath,
  isOfAnswer,
  type Key,
  type Open,
  type Origin,
  otherKey,
  type Path,
  partOf,
  pathText,
  type Term,
  withoutAnswers,
} from '../python/flow/term.ts'
export { nothing, united, type Value } from '../python/flow/value.ts'
export type { CallSite, Definition, Given, ModuleSummary, ParameterSummary } from '../python/summaries/summary.ts'
