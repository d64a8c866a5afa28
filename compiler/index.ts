/**
 * The public door of the compiler: what all others import. `pipeline.ts` and `from-plan.ts` stand beside it, because they
 * bring the grammar and the whole compiler with them, and are only loaded by commands that compile.
 */

export type { CheckEntry, ItemEntry, ItemTable } from './check/item-table.ts'
export type {
  Bound,
  Condition,
  Domain,
  Identity,
  Placeholder,
  Reach,
  Scalar,
  Scope,
  Step,
  Subject,
  SubjectType,
  Template,
  TypedCheck,
  TypedChecklist,
  TypedDefinition,
  TypedItem,
  TypedParameter,
  TypedPattern,
  TypedReview,
  Value,
  Witness,
} from './check/typed.ts'
export { patternText } from './check/values/pattern-text.ts'
export { type Diagnostic, hasErrors, type Outcome, type Related, type Severity } from './diagnostics/diagnostic.ts'
export type { Edit, Fix } from './diagnostics/fix.ts'
export { Lines, type Position } from './diagnostics/lines.ts'
export { type DiagnosticJson, diagnosticsJson, renderDiagnostics } from './diagnostics/render.ts'
export type { Source, Span } from './diagnostics/span.ts'
export { didYouMean, suggest } from './diagnostics/suggest.ts'
export type { AskedRecords, ExtractionPlan, OwnCondition, Selection, WantedKind } from './plan/extraction.ts'
export type { Extracted, FactsDocument, Undecided } from './schema/document.ts'
export { factsJsonSchema, type JsonSchema } from './schema/json-schema.ts'
export {
  type Fact,
  isLifted,
  type KindName,
  kinds,
  type RecordFact,
  type RecordName,
  recordShapes,
  schemaVersion,
} from './schema/kinds.ts'
export { type Field, type FieldType, type Place, recordLists, type Shape } from './schema/types.ts'
export { ecosystems, languages, originForms, roleScopes, roles } from './schema/values.ts'
export { assert, unreachable } from './unreachable.ts'
export type { Answer, CheckAnswer, FindingAnswer, ItemAnswer, ReviewAnswer, UndecidedAnswer } from './wasm/answer.ts'
export { itemOfFunction } from './wasm/item-section.ts'
export { isIntact } from './wasm/seal.ts'
