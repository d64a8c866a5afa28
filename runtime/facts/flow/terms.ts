/**
 * What the languages share of the flow of values: terms, and the summary of a file, from which values are linked across
 * files whatever they are written in. They stand with the language that had them first.
 */
export { purposeOf } from '../python/flow/file-paths.ts'
export { queryKeysIn } from '../python/flow/query-keys.ts'
export {
  answerOf,
  deepestPath,
  distinct,
  isOfAnswer,
  type Key,
  nothing,
  type Open,
  type Origin,
  otherKey,
  type Path,
  partOf,
  pathText,
  type Term,
  united,
  type Value,
  withoutAnswers,
} from '../python/flow/term.ts'
export type { CallSite, Definition, Given, ModuleSummary, ParameterSummary } from '../python/summaries/summary.ts'
