/** Patterns as RE2 has them, in time linear in the text, by another engine than the one that modules have. */
import { RE2JS } from 're2js'
import type { TypedPattern } from '../compiler/index.ts'

const compiled = new WeakMap<TypedPattern, RE2JS>()

/** Whether the pattern matches somewhere in the text. */
export function matches(pattern: TypedPattern, text: string): boolean {
  let known = compiled.get(pattern)
  if (known === undefined) {
    known = RE2JS.compile(pattern.source, pattern.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0)
    compiled.set(pattern, known)
  }
  return known.matcher(text).find()
}
