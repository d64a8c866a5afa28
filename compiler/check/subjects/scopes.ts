/** What `in …` and `anywhere` narrow a kind to. Globs, languages and roles are three sorts of words. */
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import type { ScopeWord } from '../../language/tree.ts'
import { scopeSynonyms } from '../../schema/synonyms.ts'
import { languages, roleScopes } from '../../schema/values.ts'
import type { Frame } from '../context.ts'
import { type Meant, meantBy } from '../names/meant.ts'
import type { Scope } from '../typed.ts'
import { lintScopeName } from '../values/folders.ts'
import { checkGlob, globPattern } from '../values/globs.ts'

export const ownMaterial: Scope = {
  anywhere: false,
  globs: [],
  languages: [],
  roles: [],
  vendored: false,
  templates: false,
}

const roleWords = Object.keys(roleScopes)

/** What is no scope is most often the name of a folder. */
function asFolder(name: string, span: Span): Meant {
  const glob = `"${name}/**"`
  const suggestion = `It is one of ${roleWords.join(', ')} and vendored, a language such as python, or a path: ${glob}.`
  return { suggestion, fixes: [write(span, glob)] }
}

export function scopeOf(frame: Frame, words: readonly ScopeWord[], anywhere: boolean): Scope {
  const named = words.flatMap((word) => (word.kind === 'name' ? [word] : []))
  const isLanguage = (word: string) => (languages as readonly string[]).includes(word)
  for (const { text: name, span } of named) {
    if (isLanguage(name) || roleWords.includes(name) || name === 'vendored') continue
    const meant = meantBy(name, span, [...languages, ...roleWords, 'vendored'], scopeSynonyms)
    const { suggestion, fixes } = meant.suggestion === '' ? asFolder(name, span) : meant
    frame.checking.report(diagnose('unknown-scope', span, { name, suggestion }, { fixes }))
  }
  for (const word of words) {
    if (word.kind === 'text' && checkGlob(frame, word.value, word.span, 'scope')) lintScopeName(frame, word)
  }
  const texts = named.map((word) => word.text)
  return {
    anywhere,
    globs: words.flatMap((word) =>
      word.kind === 'text' ? [{ written: word.value, pattern: globPattern(word.value, 'path') }] : [],
    ),
    languages: texts.filter(isLanguage),
    roles: texts.filter((word) => roleWords.includes(word)),
    vendored: texts.includes('vendored'),
    templates: false,
  }
}
