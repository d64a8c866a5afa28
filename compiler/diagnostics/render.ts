/** Diagnostics for people, with the code they speak of, and for programs, as JSON. */
import type { Diagnostic } from './diagnostic.ts'
import { Lines } from './lines.ts'
import type { Source, Span } from './span.ts'

/** How parts are coloured; the caller knows whether there is a terminal. */
export interface DiagnosticPaint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

const same = (text: string): string => text
const plain: DiagnosticPaint = { error: same, warning: same, strong: same, faint: same }

/**
 *     error[unknown-field]: url has no field "shceme"
 *       --> net.checklist:12:16
 *     12 |   no url where shceme is "http"
 *        |                ^^^^^^
 *       hint: Did you mean "scheme"?
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  paint: DiagnosticPaint = plain,
): string {
  const lines = new Map(sources.map((source) => [source.path, new Lines(source.text)]))
  return inOrder(diagnostics)
    .map((diagnostic) => renderOne(diagnostic, lines, paint))
    .join('\n\n')
}

export interface DiagnosticJson {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly hint: string | null
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export function diagnosticsJson(diagnostics: readonly Diagnostic[], sources: readonly Source[]): DiagnosticJson[] {
  const lines = new Map(sources.map((source) => [source.path, new Lines(source.text)]))
  return inOrder(diagnostics).map(({ code, severity, message, hint, span }) => {
    const known = lines.get(span.path) ?? new Lines('')
    const [start, end] = [known.position(span.start), known.position(span.end)]
    const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
    return { code, severity, message, hint: hint ?? null, path: span.path, ...place }
  })
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byPath = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return diagnostics.toSorted((a, b) => byPath(a.span.path, b.span.path) || a.span.start - b.span.start)
}

function renderOne(diagnostic: Diagnostic, lines: ReadonlyMap<string, Lines>, paint: DiagnosticPaint): string {
  const { code, severity, message, hint, span, related } = diagnostic
  return [
    `${paint[severity](`${severity}[${code}]`)}${paint.strong(`: ${message}`)}`,
    ...frame(span, lines, paint, paint[severity]),
    ...related.flatMap((other) => [`  ${other.message}:`, ...frame(other.span, lines, paint, paint.faint)]),
    ...(hint === undefined ? [] : [`  hint: ${hint}`]),
  ].join('\n')
}

/** The lines of the span with carets under what it covers; of more than three, the first and the last. */
function frame(
  span: Span,
  lines: ReadonlyMap<string, Lines>,
  paint: DiagnosticPaint,
  caret: (text: string) => string,
): readonly string[] {
  const source = lines.get(span.path)
  if (source === undefined) return [`  --> ${span.path}`]
  const [start, end] = [source.position(span.start), source.position(Math.max(span.start, span.end - 1))]
  const digits = String(end.line).length
  const gutter = (label: string) => paint.faint(`${label.padStart(digits)} |`)
  const excerpt = (line: number): readonly string[] => {
    const text = source.line(line)
    const from = line === start.line ? start.column - 1 : text.search(/\S|$/)
    const to = line === end.line ? Math.max(from + 1, end.column) : text.length
    const { before, marked, after } = cut(text, from, to)
    const carets = '^'.repeat(Math.max(1, width(marked)))
    return [
      `${gutter(String(line))} ${before}${marked}${after}`,
      `${gutter('')} ${' '.repeat(width(before))}${caret(carets)}`,
    ]
  }
  const shown =
    end.line - start.line > 2
      ? [...excerpt(start.line), gutter('…'), ...excerpt(end.line)]
      : Array.from({ length: end.line - start.line + 1 }, (_, index) => excerpt(start.line + index)).flat()
  return [`  --> ${span.path}:${start.line}:${start.column}`, ...shown]
}

/** So much of a line is shown before, under and behind the carets. */
const room = 100

/** The three parts of a line that a stretch of it makes, with tabs spread out and far ends left off. */
function cut(text: string, from: number, to: number) {
  const head = text.slice(Math.max(0, from - room), from)
  const middle = text.slice(from, Math.min(to, from + room))
  const tail = text.slice(from + middle.length, from + middle.length + room)
  return {
    before: expand(from > room ? `…${head}` : head),
    marked: expand(middle),
    after: expand(from + middle.length + room < text.length ? `${tail}…` : tail),
  }
}

/** Tabs as four columns; other control characters would move the cursor. */
const expand = (text: string): string => text.replaceAll('\t', '    ').replace(/\p{Cc}/gu, '\ufffd')

/** Columns on a terminal, roughly: East Asian wide characters and pictographs take two. */
function width(text: string): number {
  let columns = 0
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        character,
      )
        ? 2
        : 1
  }
  return columns
}
