/** Patterns of the checklist: RE2, written out or named by a definition. */
import { diagnose } from '../../diagnostics/codes.ts'
import { type Fix, write } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import type { Operand, Pattern, Text } from '../../language/tree.ts'
import { compilePattern } from '../../patterns/index.ts'
import type { Checking, Frame } from '../context.ts'
import { resolveOperand } from '../names/references.ts'
import type { TypedPattern } from '../typed.ts'
import type { Side } from './fitting.ts'
import { patternText } from './pattern-text.ts'

/** What stands after `matches`, which stands at `at`; undefined where it is no pattern, which has then been said. */
export function patternOf(frame: Frame, right: Operand, at: Span): TypedPattern | undefined {
  if (right.kind === 'pattern') return checkPattern(frame.checking, right)
  if (right.kind === 'reference') {
    const meaning = resolveOperand(frame, right)
    if (meaning === undefined) return undefined
    if (meaning.kind === 'value' && meaning.node.value.kind === 'pattern') {
      return checkPattern(frame.checking, meaning.node.value)
    }
  }
  const fixes = right.kind === 'text' ? [meantBy(right, at)] : []
  frame.checking.report(diagnose('needs-pattern', right.span, {}, { fixes }))
  return undefined
}

/** A star that stands for anything makes a glob; anything else is the pattern that it looks like. */
function meantBy({ value, span }: Text, at: Span): Fix {
  const isGlob = /(^|[\w/*])\*/.test(value) || compilePattern(value).kind === 'refused'
  return isGlob ? write(at, 'like') : write(span, `/${value.replaceAll('/', '\\/')}/`)
}

/** A pattern that finds itself in every text: in one of nothing as well as in one that nobody thought of. */
export function lintPattern({ checking }: Frame, { value }: Side, pattern: TypedPattern, span: Span): void {
  const mayBeMissing = value.kind === 'field' && value.optional
  if (mayBeMissing || !/^(?:\^|\$|\.\*\??|\.\{0,\})*$/.test(pattern.source)) return
  checking.report(diagnose('always-holds', span, {}))
}

export function checkPattern({ report }: Checking, pattern: Pattern): TypedPattern | undefined {
  const { source, ignoreCase } = pattern
  const prefix = ignoreCase ? '(?i)' : ''
  const compiled = compilePattern(prefix + source)
  if (compiled.kind === 'refused') {
    report(diagnose('bad-pattern', placeIn(pattern, compiled.offset - prefix.length), { reason: compiled.reason }))
    return undefined
  }
  return { source, ignoreCase, written: patternText({ source, ignoreCase }) }
}

/** From the mistake on, as long as no escaped slash has shifted the offsets; else the whole pattern. */
function placeIn({ source, ignoreCase, span }: Pattern, offset: number): Span {
  const marks = ignoreCase ? 3 : 2
  if (span.end - span.start !== source.length + marks || offset >= source.length) return span
  return { ...span, start: span.start + 1 + offset, end: span.end - marks + 1 }
}
