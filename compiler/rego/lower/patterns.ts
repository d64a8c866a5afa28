import type { TypedPattern } from '../../check/typed.ts'
import { scalar, type Term } from '../tree.ts'

/** The text of a pattern as `regex.match` takes it. */
export const patternTerm = ({ source, ignoreCase }: TypedPattern): Term => scalar(ignoreCase ? `(?i)${source}` : source)
