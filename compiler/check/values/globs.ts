/** Globs → RE2, anchored at both ends. What a star means depends on what is matched; there are no classes and no braces. */
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import type { GlobSense } from '../../schema/types.ts'
import type { Frame } from '../context.ts'
import type { TypedPattern } from '../typed.ts'
import { pathMisfit } from './forms.ts'

export function globPattern(glob: string, sense: GlobSense): TypedPattern {
  return { source: `^(?s:${translations[sense](glob)})$`, ignoreCase: false, written: glob }
}

const translations: Readonly<Record<GlobSense, (glob: string) => string>> = {
  path: pathSource,
  dotted: (glob) => separated(glob, '.', '[^.]'),
  text: (glob) => glob.split(/\*+/).map(quoted).join('.*'),
}

/** Without a slash the last segment is meant, wherever it lies. */
function pathSource(glob: string): string {
  const whole = glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`
  return separated(whole, '/', '[^/]')
}

/**
 * `*` stays within a part; `**` as a whole part is any number of parts and none. A trailing `**` takes in everything
 * below, and needs something to be there.
 */
function separated(glob: string, separator: string, inner: string): string {
  const parts = glob.split(separator)
  const mark = quoted(separator)
  return parts
    .map((part, index) => {
      const last = index === parts.length - 1
      if (part === '**') return last ? '.+' : `(?:.*${mark})?`
      const source = part.split(/\*+/).map(quoted).join(`${inner}*`)
      return last ? source : `${source}${mark}`
    })
    .join('')
}

const quoted = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')

/** Marks that stand for something in the globs of shells and of .gitignore. */
const marks: Readonly<Record<string, string>> = {
  '[': 'one of several characters',
  '{': 'one of several texts',
  '?': 'any one character',
  '|': 'one of several texts',
  '^': 'the start of a text',
  $: 'the end of a text',
  '!': 'what is not meant',
}

/** Says where somebody expects more of a glob than there is; false if so. */
export function checkGlob(frame: Frame, glob: string, span: Span, place: 'scope' | GlobSense): boolean {
  const found = /^[!^]|.\$$|\(.*\|.*\)|[[\]{}]/.exec(glob) ?? (place === 'text' ? null : /\?/.exec(glob))
  if (found === null) return place !== 'scope' || checkScope(frame, glob, span)
  const mark = (found[0].startsWith('(') ? '|' : found[0].slice(-1)) as string
  const alternatives = expanded(glob)
  const suggestion =
    place === 'scope' && mark === '!'
      ? 'A scope only takes in; write as a condition: not file.path like "tests/**".'
      : place === 'scope'
        ? 'Several paths stand side by side, with a comma between them.'
        : `For ${marks[mark] ?? 'what varies'} write several conditions with "or", or "matches" and a pattern.`
  const texts = alternatives.map((each) => JSON.stringify(each)).join(', ')
  const fixes = place === 'scope' && alternatives.length > 1 ? [write(span, texts)] : []
  frame.checking.report(diagnose('glob-mark', span, { mark, suggestion }, { fixes }))
  return false
}

/** A scope that no file can be in would let every check pass. */
function checkScope(frame: Frame, glob: string, span: Span): boolean {
  const wrong = pathMisfit(glob)
  if (wrong === undefined) return true
  const { says, meant } = wrong
  const fixes = meant === undefined ? [] : [write(span, JSON.stringify(meant))]
  frame.checking.report(diagnose('impossible-text', span, { name: 'the path of a file', text: glob, says }, { fixes }))
  return false
}

/** `a/{b,c}` as `a/b` and `a/c`; one pair of braces, as people mostly write them. */
function expanded(glob: string): readonly string[] {
  const [whole, before = '', inside = '', behind = ''] = /^([^{}[\]]*)\{([^{}[\]]*)\}([^{}[\]]*)$/.exec(glob) ?? []
  return whole === undefined ? [] : inside.split(',').map((part) => `${before}${part.trim()}${behind}`)
}
