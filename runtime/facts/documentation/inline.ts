/**
 * Takes the markup out of a paragraph, in passes that each are linear in its length. The inline rules of a full Markdown
 * parser are quadratic on hostile text; what a sentence says does not need all of them.
 */
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'
import type { Link, Prose, Span } from './document.ts'

export function proseOf(source: MappedText): Prose {
  const text = source.text
  const code = codeSpans(text)
  const links = linksIn(text, code)
  const dropped = new Map([...linkMarks(text, links), ...emphasisMarks(text, code)])
  const plain = new MappedTextBuilder()
  const spans: Span[] = []
  /** Where in the plain text the next character of the source goes, for the marks of links and automatic links. */
  const reached = new Map<number, number>()
  const automaticLinks: Link[] = []
  let nextCode = 0
  let comments = true
  for (let at = 0; at < text.length; ) {
    const span = code[nextCode]
    if (span !== undefined && at === span.start) {
      const start = plain.length
      plain.add(text.slice(span.from, span.to).replace(/\s/g, ' '), span.from)
      spans.push({ start, end: plain.length })
      at = span.end
      nextCode++
      continue
    }
    const skipped = dropped.get(at)
    if (skipped !== undefined) {
      reached.set(at, plain.length)
      at = skipped
      continue
    }
    const special = specialAt(text, at, comments)
    if (special !== undefined) {
      const start = plain.length
      plain.add(special.text, at)
      if (special.isLink) automaticLinks.push({ start, end: plain.length, target: special.text, isLabel: false })
      at = special.end
      continue
    }
    if (comments && text.startsWith('<!--', at)) comments = false
    const end = runEnd(text, at)
    plain.add(text.slice(at, end).replace(/\s/g, ' '), at)
    at = end
  }
  const written = links.flatMap(({ open, close, target, isLabel }): readonly Link[] => {
    const [start, end] = [reached.get(open), reached.get(close)]
    return start === undefined || end === undefined ? [] : [{ start, end, target, isLabel }]
  })
  const all = [...written, ...automaticLinks].sort((a, b) => a.start - b.start)
  return { text: plain.build(source), code: spans, links: all }
}

interface CodeSpan extends Span {
  /** The content, without the marks and one space on either side. */
  readonly from: number
  readonly to: number
}

/** A run of backticks opens code if a run of the same length follows. */
function codeSpans(text: string): readonly CodeSpan[] {
  const runs = [...text.matchAll(/`+/g)].filter(({ index }) => text[index - 1] !== '\\')
  const byLength = Map.groupBy(runs, (run) => run[0].length)
  const cursors = new Map<number, number>()
  const spans: CodeSpan[] = []
  let behind = 0
  for (const run of runs) {
    if (run.index < behind) continue
    const length = run[0].length
    const same = byLength.get(length) ?? []
    let cursor = cursors.get(length) ?? 0
    while (cursor < same.length && same[cursor]!.index <= run.index) cursor++
    cursors.set(length, cursor)
    const closing = same[cursor]
    if (closing === undefined) continue
    const [from, to] = [run.index + length, closing.index]
    const isPadded = to - from > 2 && /^\s[\s\S]*\s$/.test(text.slice(from, from + 1) + text.slice(to - 1, to))
    behind = to + length
    spans.push({ start: run.index, end: behind, from: isPadded ? from + 1 : from, to: isPadded ? to - 1 : to })
  }
  return spans
}

/** Calls `visit` for each match that is not within code. */
function outsideCode(
  text: string,
  code: readonly CodeSpan[],
  pattern: RegExp,
  visit: (match: RegExpExecArray) => void,
): void {
  let next = 0
  for (const match of text.matchAll(pattern)) {
    while (next < code.length && code[next]!.end <= match.index) next++
    if (!(next < code.length && code[next]!.start <= match.index)) visit(match)
  }
}

const target =
  /\]\((?:<([^<>\n]{0,500})>|((?:[^\s()]|\([^\s()]{0,200}\)){0,1000}))(?:\s+(?:"[^"]{0,200}"|'[^']{0,200}'))?\s*\)|\]\[([^\][]{0,200})\]/y

interface WrittenLink {
  /** The offsets of its brackets, and where its target ends. */
  readonly open: number
  readonly close: number
  readonly end: number
  readonly target: string
  readonly isLabel: boolean
}

/** `[text](address)`, `[text][label]`, pictures among them. */
function linksIn(text: string, code: readonly CodeSpan[]): readonly WrittenLink[] {
  const links: WrittenLink[] = []
  const open: number[] = []
  outsideCode(text, code, /!?\[|\]/g, (match) => {
    if (match[0] !== ']') {
      open.push(match.index)
      return
    }
    const start = open.pop()
    target.lastIndex = match.index
    const found = start === undefined ? null : target.exec(text)
    if (start === undefined || found === null) return
    const label = found[3] === '' ? text.slice(start + 1, match.index) : found[3]
    links.push({
      open: start,
      close: match.index,
      end: target.lastIndex,
      target: found[1] ?? found[2] ?? label ?? '',
      isLabel: label !== undefined,
    })
  })
  return links
}

/** A link is its text: the offsets of the marks, and where each ends. */
function linkMarks(text: string, links: readonly WrittenLink[]): Map<number, number> {
  const marks = new Map<number, number>()
  for (const { open, close, end } of links) {
    marks.set(open, open + (text[open] === '!' ? 2 : 1))
    marks.set(close, end)
  }
  return marks
}

/** `*`, `_` and `~~` in pairs; a star between spaces and an underscore within a word mean themselves. */
function emphasisMarks(text: string, code: readonly CodeSpan[]): Map<number, number> {
  const marks = new Map<number, number>()
  const open = new Map<string, number[]>()
  outsideCode(text, code, /\*{1,3}|_{1,3}|~~/g, (match) => {
    const [mark, start] = [match[0], match.index]
    const [before, after] = [text[start - 1] ?? ' ', text[start + mark.length] ?? ' ']
    const isWord = mark.startsWith('_') && /\w/.test(before) && /\w/.test(after)
    if (isWord || before === '\\') return
    const opened = open.get(mark) ?? []
    if (/\S/.test(before) && opened.length > 0) {
      const first = opened.pop()!
      marks.set(first, first + mark.length)
      marks.set(start, start + mark.length)
    } else if (/\S/.test(after)) opened.push(start)
    open.set(mark, opened)
  })
  return marks
}

const automatic = /<([a-z][\w+.-]{1,30}:[^\s<>]{0,1000})>/iy
const tag = /<\/?[a-z][^<>]{0,1000}>/iy
const entity = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,6});/y
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** What stands for something else than itself at an offset, and where it ends. */
function specialAt(
  text: string,
  at: number,
  comments: boolean,
): { readonly text: string; readonly end: number; readonly isLink?: true } | undefined {
  switch (text[at]) {
    case '\\': {
      const escaped = text[at + 1] ?? ''
      return /[!-/:-@[-`{-~]/.test(escaped) ? { text: escaped, end: at + 2 } : undefined
    }
    case '&': {
      const found = matchAt(entity, text, at)?.[1]
      if (found === undefined) return undefined
      const decoded = entities[found] ?? String.fromCodePoint(Math.min(Number(found.slice(1)), 0x10ffff))
      return { text: decoded, end: entity.lastIndex }
    }
    case '<': {
      const link = matchAt(automatic, text, at)?.[1]
      if (link !== undefined) return { text: link, end: automatic.lastIndex, isLink: true }
      if (text.startsWith('<!--', at)) {
        const end = comments ? text.indexOf('-->', at + 4) : -1
        return end < 0 ? undefined : { text: '', end: end + 3 }
      }
      return matchAt(tag, text, at) === undefined ? undefined : { text: ' ', end: tag.lastIndex }
    }
    default:
      return undefined
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

const plainRun = /[^\\&<`*_~[\]!]+/y

/** Where the characters end that mean themselves for certain; at least one is taken. */
function runEnd(text: string, at: number): number {
  plainRun.lastIndex = at
  return plainRun.test(text) ? plainRun.lastIndex : at + 1
}
