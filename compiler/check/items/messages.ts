/** Messages: text with placeholders, each of which has to stand for something in every finding. */
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import type { Name, Text } from '../../language/tree.ts'
import { type Frame, fieldNames, fieldOf, innermost, isLost, listFieldOf, type Named } from '../context.ts'
import { listed, meantBy } from '../names/meant.ts'
import { fieldThrough } from '../names/neighbours.ts'
import { type Meaning, resolve } from '../names/references.ts'
import type { Placeholder, Template } from '../typed.ts'
import { describe, typed, withArticle } from '../values/value-types.ts'
import { type Found, findWitness, type Sentence } from './witnesses.ts'

/** What a text may show: the subject of its check, where a finding has one, and what is nested in it. */
export interface Shown extends Sentence {
  /** With the subject of the check, if findings have one; without, if they stand at an anchor. */
  readonly frame: Frame
  /** The subject of a check whose findings have none. */
  readonly absent: Named | undefined
  /** A part of the item does not parse: what a text names may stand there. */
  readonly damaged: boolean
}

export function checkTemplate(shown: Shown, node: Text): Template {
  reportForeign(shown, node)
  return {
    parts: pieces(shown.frame, node).map((piece) => (typeof piece === 'string' ? piece : placeholder(shown, piece))),
  }
}

/** How other languages write placeholders: a field in two braces or behind `$`, or a place without a name. */
const foreign = /\$\{(\w[\w.]*)\}|\$(\w[\w.]*)|\{\{\s*(\w[\w.]*)\s*\}\}|%[sd]\b/

function reportForeign({ frame, written }: Shown, node: Text): void {
  const found = foreign.exec(node.value)
  if (found === null) return
  const [whole, inDollarBraces, behindDollar, inBraces] = found
  const name = inDollarBraces ?? behindDollar ?? inBraces
  const own = innermost(frame)
  const first = name?.split('.')[0] ?? ''
  const isKnown = (own !== undefined && fieldOf(own.is, first) !== undefined) || [...written.values()].includes(first)
  // Two braces are how a brace itself is written: only what would stand for something is likely to be meant.
  if (inDollarBraces === undefined && name !== undefined && !isKnown) return
  const span = spanInside(node, found.index, found.index + whole.length)
  const isWhole = span.end - span.start !== whole.length
  const fixes = name === undefined || isWhole ? [] : [write(span, `{${name}}`)]
  const suggestion = name === undefined ? 'Name what is to be shown, such as {file.path}.' : `Write {${name}}.`
  frame.checking.report(diagnose('foreign-placeholder', span, { written: '{field}', suggestion }, { fixes }))
}

interface Piece {
  readonly text: string
  readonly span: Span
}

/** Text and what stands between braces, in turn. `{{` and `}}` are braces. */
function pieces(frame: Frame, node: Text): readonly (string | Piece)[] {
  const found: (string | Piece)[] = []
  let text = ''
  for (let at = 0; at < node.value.length; at++) {
    const character = node.value.charAt(at)
    if ((character === '{' || character === '}') && node.value[at + 1] === character) {
      text += character
      at++
    } else if (character === '{') {
      const end = node.value.indexOf('}', at)
      if (end < 0) {
        frame.checking.report(diagnose('unclosed-placeholder', spanInside(node, at, at + 1), {}))
        return [...found, text + node.value.slice(at)]
      }
      found.push(text, { text: node.value.slice(at + 1, end).trim(), span: spanInside(node, at, end + 1) })
      text = ''
      at = end
    } else if (character === '}') {
      frame.checking.report(diagnose('unopened-placeholder', spanInside(node, at, at + 1), {}))
      text += character
    } else {
      text += character
    }
  }
  return [...found, text].filter((piece) => piece !== '')
}

/** Offsets in the value are those in the source as long as nothing was escaped; else the whole text is meant. */
function spanInside({ span, value }: Text, start: number, end: number): Span {
  if (span.end - span.start !== value.length + 2) return span
  return { ...span, start: span.start + 1 + start, end: span.start + 1 + end }
}

function placeholder(shown: Shown, piece: Piece): string | Placeholder {
  const asWritten = `{${piece.text}}`
  const source = sourceOf(shown, piece)
  if (source === undefined) return asWritten
  const names = namesIn(piece)
  const frame = withSubject(shown.frame, source.nested?.named)
  const meaning = resolve(frame, { kind: 'reference', names, span: piece.span })
  if (meaning === undefined) return asWritten
  const value = showable(meaning)
  if (value !== undefined) return { written: piece.text, value, witness: source.nested?.witness }
  frame.checking.report(diagnose('not-showable', piece.span, { name: piece.text, type: describe(meaning) }))
  return asWritten
}

/**
 * What a placeholder starts from: a field of the check's subject, else a nested subject, else a parameter or a named
 * value. Undefined where it stands for nothing in some finding, which has then been said.
 */
function sourceOf(shown: Shown, piece: Piece): { readonly nested: Found | undefined } | undefined {
  const { frame, absent, damaged } = shown
  const { report } = frame.checking
  const first = piece.text.split('.')[0] as string
  const own = innermost(frame)
  if (own !== undefined && (fieldOf(own.is, first) !== undefined || own.written === first)) return { nested: undefined }
  const found = findWitness(shown, first)
  if (typeof found === 'object') return { nested: found }
  if (found === 'none' && isDeclared(frame, first)) return { nested: undefined }
  if (found === 'ambiguous') {
    report(diagnose('two-witnesses', piece.span, { name: first }))
  } else if (damaged || isLost(frame.home, first)) {
    return undefined
  } else if (found === 'uncertain') {
    report(diagnose('no-witness', piece.span, { name: withArticle(first) }))
  } else if (absent !== undefined && fieldOf(absent.is, first) !== undefined) {
    report(diagnose('no-witness', piece.span, { name: withArticle(absent.written) }))
  } else {
    reportUnbound(shown, piece)
  }
  return undefined
}

/** The names between the braces, each at its place; where that cannot be told, at the place of the whole. */
function namesIn({ text, span }: Piece): readonly Name[] {
  const isExact = span.end - span.start === text.length + 2
  let start = span.start + 1
  return text.split('.').map((name): Name => {
    const own = { ...span, start, end: start + name.length }
    start = own.end + 1
    return { kind: 'name', text: name, span: isExact ? own : span }
  })
}

/** A derived kind is a name, and nothing to show. */
const isDeclared = ({ home }: Frame, name: string): boolean => {
  const kind = home.names.get(name)?.node.kind
  return kind !== undefined && kind !== 'defined kind'
}

const withSubject = (frame: Frame, named: Named | undefined): Frame =>
  named === undefined ? frame : { ...frame, subjects: [...frame.subjects, named] }

/** One value that has a text: no list, no fact, no condition. */
function showable(meaning: Meaning): Placeholder['value'] | undefined {
  const found = typed(meaning)
  return found?.type.kind === 'list' || found?.type.kind === 'reference' ? undefined : found?.value
}

function reportUnbound({ frame, written }: Shown, piece: Piece): void {
  const own = innermost(frame)
  const defined = [...frame.home.names.keys()].filter((name) => isDeclared(frame, name))
  const names = [...(own === undefined ? [] : fieldNames(own.is)), ...written.values(), ...defined]
  const first = piece.text.split('.')[0] as string
  const list = own === undefined ? undefined : listFieldOf(own.is, first)
  const known = own === undefined ? undefined : fieldThrough(own, first)
  if (own !== undefined && (list !== undefined || known !== undefined)) {
    const suggestion =
      known === undefined
        ? `A ${own.written} may have several: one that the sentence asks for, with "some ${first} where …", can be shown.`
        : `Did you mean "${known}"?`
    const mended = known === undefined ? [] : [write(piece.span, `{${known}}`)]
    frame.checking.report(
      diagnose('unbound-placeholder', piece.span, { name: piece.text, suggestion }, { fixes: mended }),
    )
    return
  }
  const { suggestion, fixes } = meantBy(first, piece.span, names, {}, otherwise(own, first))
  const mended = fixes.map(({ edits }) => write(piece.span, `{${edits[0]?.text}${piece.text.slice(first.length)}}`))
  frame.checking.report(
    diagnose('unbound-placeholder', piece.span, { name: piece.text, suggestion }, { fixes: mended }),
  )
}

function otherwise(own: Named | undefined, name: string): string {
  if (own === undefined) return 'A brace itself is written twice.'
  if (ofPlace.includes(name.toLowerCase())) return 'Every finding is shown with its file, line and column.'
  return `Fields of ${own.written} are: ${listed(fieldNames(own.is))}.`
}

/** What other tools have placeholders for. */
const ofPlace: readonly string[] = ['line', 'line_number', 'lineno', 'column', 'col', 'location', 'position', 'place']
