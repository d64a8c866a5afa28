/** Checklists tried on tiny repositories: what their authors expect of each item, and whether it comes out. */
export { type Case, casesFolder, type Expected, readCases, verdicts } from './case.ts'
export { CaseError, type CaseErrorCode } from './errors.ts'
export { newCase } from './new.ts'
export { type CaseResult, type Difference, type EvaluateItem, runCase, runCases } from './run.ts'
