/** Globs of scopes that take in something else than they seem to. */
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import type { Text } from '../../language/tree.ts'
import { languages, roleScopes } from '../../schema/values.ts'
import type { Frame } from '../context.ts'

const words: readonly string[] = [...languages, ...Object.keys(roleScopes), 'vendored']

/** Without a slash a glob means the name of files: `in "src"` takes in no file of the folder `src`. */
export function lintScopeName({ checking }: Frame, { value, span }: Text): void {
  if (!/^[a-z][a-z\d_-]*$/.test(value)) return
  const isWord = words.includes(value)
  const suggestion = isWord
    ? `The scope stands without quotes: in ${value}.`
    : `For all of a folder write "${value}/**"; for files of that name "**/${value}".`
  const fix = isWord ? write(span, value) : write(span, JSON.stringify(`${value}/**`))
  checking.report(diagnose('scope-of-name', span, { text: value, suggestion }, { fixes: [fix] }))
}
