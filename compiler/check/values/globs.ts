/**
 * Globs → RE2, anchored at both ends. What a star means depends on what is matched; there are no classes and no braces.
 * A character in brackets by itself stands for nothing but itself: `[*]`, `[?]`, `[[]`.
 */
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
  text: (glob) => sourceOf(glob, '.*'),
}

/** A part of a glob in which every run of stars stands for the same. */
const sourceOf = (part: string, star: string): string =>
  part.replaceAll(/\[(.)\]|(\*+)|./gsu, (character, itself: string | undefined, stars: string | undefined) =>
    stars === undefined ? quoted(itself ?? character) : star,
  )

/** The characters of a glob that stand for themselves. */
export const literalPartOf = (glob: string): string =>
  glob.replaceAll(/\[(.)\]|\*+/gsu, (_, itself?: string) => itself ?? '')

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
      const source = sourceOf(part, `${inner}*`)
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

/** A character in brackets. */
const itself: Readonly<Record<GlobSense, RegExp>> = {
  path: /\[[^/]\]/gu,
  dotted: /\[[^.]\]/gu,
  text: /\[.\]/gsu,
}

/** Says where somebody expects more of a glob than there is; false if so. */
export function checkGlob(frame: Frame, glob: string, span: Span, place: 'scope' | GlobSense): boolean {
  // What separates the parts of a path or of a name does so in brackets, too.
  const unmarked = glob.replaceAll(itself[place === 'scope' ? 'path' : place], 'x')
  const found = /^[!^]|.\$$|\(.*\|.*\)|[[\]{}]/.exec(unmarked) ?? (place === 'text' ? null : /\?/.exec(unmarked))
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
  const way = `${suggestion} The mark itself is "[${mark}]".`
  frame.checking.report(diagnose('glob-mark', span, { mark, suggestion: way }, { fixes }))
  return false
}

/** A scope that no file can be in would let every check pass. */
function checkScope(frame: Frame, glob: string, span: Span): boolean {
  const wrong = pathMisfit(glob.replaceAll(itself.path, 'x'))
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
