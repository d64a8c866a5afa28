/** Files that are written in something else altogether: that is one mistake, and not one a word. */
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Source } from '../diagnostics/span.ts'

/** How the first line of a file begins that says something. */
const formats: Readonly<Record<string, RegExp>> = {
  JSON: /^[{[]/,
  XML: /^<[?!\w]/,
  Rego: /^package\s+[\w.]+\s*$/,
  Gherkin: /^(feature|scenario)\s*:/i,
  YAML: /^(---|%YAML|-\s+[\w-]+\s*:|[\w"-]+\s*:(\s|$))/,
  Python: /^(#!.*python|def\s+\w+\(|class\s+\w+|import\s+[\w.]+\s*$|from\s+[\w.]+\s+import\b)/,
  JavaScript: /^(const|let|var|function|import|export)\s.*[;{]\s*$/,
  SQL: /^select\s/i,
}

/** A line that only a checklist has. */
const ownLine = /^[ \t]*(?:checklist|item|section|define|parameter|use|about)[ \t]+["\w]/im

/** Undefined where a file may well be meant as a checklist, however it is written. */
export function foreignFormat({ path, text }: Source): Diagnostic | undefined {
  const line = /^[ \t\ufeff]*[^\s#][^\r\n]*/m.exec(text)
  const first = line?.[0].replace(/^[\s\ufeff]+/, '')
  if (line === null || first === undefined) return undefined
  const format = Object.keys(formats).find((name) => formats[name]?.test(first.slice(0, 200)))
  if (format === undefined || ownLine.test(text)) return undefined
  const end = line.index + line[0].trimEnd().length
  return diagnose('foreign-format', { path, start: line.index + line[0].indexOf(first), end }, { format })
}
