/** Patterns as RE2 has them, in time linear in the text, by another engine than the one that modules have. */
import { RE2JS } from 're2js'
import { patternText, type TypedPattern } from '../compiler/index.ts'

/** A pattern with what it was asked before: names in code come again and again. */
interface Compiled {
  readonly pattern: RE2JS
  readonly answers: Map<string, boolean>
}

const compiled = new WeakMap<TypedPattern, Compiled>()
/** A plan says the same pattern once for each sentence that asks by it. */
const bySource = new Map<string, Compiled>()

/** Longer texts seldom come again. */
const longestRemembered = 100
const mostRemembered = 10_000

/** Whether the pattern matches somewhere in the text. */
export function matches(pattern: TypedPattern, text: string): boolean {
  const { pattern: expression, answers } = compiledFor(pattern)
  const known = answers.get(text)
  if (known !== undefined) return known
  const found = expression.matcher(text).find()
  if (text.length <= longestRemembered && answers.size < mostRemembered) answers.set(text, found)
  return found
}

function compiledFor(pattern: TypedPattern): Compiled {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  const written = patternText(pattern)
  const made = bySource.get(written) ?? compile(pattern)
  bySource.set(written, made)
  compiled.set(pattern, made)
  return made
}

const compile = ({ source, ignoreCase }: TypedPattern): Compiled => ({
  pattern: RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0),
  answers: new Map(),
})
