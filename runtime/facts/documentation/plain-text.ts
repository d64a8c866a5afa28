/** reStructuredText and plain text, as far as headings, paragraphs and code can be told by lines and indentation. */
import { MappedText, MappedTextBuilder } from '../mapped-text.ts'
import type { Block, Cell, Document } from './document.ts'
import { proseOf } from './inline.ts'
import { languageOf } from './markdown.ts'

interface Line {
  readonly start: number
  readonly text: string
}

const underline = /^([=\-~^"'`#*+.:_])\1{2,}\s*$/
const fence = /^\s*(`{3,}|~{3,}|-{4,}|\.{4,})\s*(\S*)/
const codeDirective = /^\s*\.\. (?:code-block|code|sourcecode|prompt|parsed-literal|highlight)::\s*(\S*)/
const admonition = /^\s*\.\. (?:note|warning|important|tip|hint|caution|danger|attention|error|admonition)::\s*/
const bullet = /^\s*(?:[-*+•]|\d{1,9}[.)]|#\.)\s+/
const prompt = /^\s{0,3}(?:\$|[\w.-]{1,40}@[\w.-]{1,80}[^\n$#]{0,80}[$#]) \S/
const numbered = /^(={1,5}|#{1,6})\s+(\S.*)$/

export function readPlainText(text: string, isMarkup: boolean): Document {
  const reader = new Reader(text, isMarkup)
  reader.run()
  return { blocks: reader.blocks, definitions: new Map(), cut: false }
}

class Reader {
  readonly blocks: Block[] = []
  readonly #text: string
  /** Whether it is reStructuredText, where two colons announce code and two dots a directive. */
  readonly #isMarkup: boolean
  readonly #lines: readonly Line[]
  /** The levels of headings, by how they are underlined, in the order in which they come up. */
  readonly #levels: string[] = []
  #paragraph: Line[] = []
  #header: readonly Cell[] | undefined
  #at = 0

  constructor(text: string, isMarkup: boolean) {
    this.#text = text
    this.#isMarkup = isMarkup
    this.#lines = linesOf(text)
  }

  run(): void {
    while (this.#at < this.#lines.length) this.#block()
    this.#flush()
  }

  #block(): void {
    const line = this.#lines[this.#at]!
    if (line.text.trim() === '') {
      this.#flush()
      this.#header = undefined
      this.#at++
    } else if (
      !(
        this.#heading(line) ||
        this.#fenced(line) ||
        this.#directive(line) ||
        this.#indented(line) ||
        this.#session(line) ||
        this.#row(line)
      )
    ) {
      if (bullet.test(line.text)) this.#flush()
      this.#paragraph.push(line)
      this.#at++
    }
  }

  #flush(): void {
    const lines = this.#paragraph
    this.#paragraph = []
    if (lines.length === 0) return
    const content = new MappedTextBuilder()
    for (const [i, { start, text }] of lines.entries()) {
      const mark = i === 0 ? (bullet.exec(text)?.[0].length ?? 0) : 0
      content.add(`${text.slice(mark)}\n`, start + mark)
    }
    this.blocks.push({ kind: 'prose', content: proseOf(content.build()), isCell: false })
  }

  #heading(line: Line): boolean {
    const marked = this.#paragraph.length === 0 ? numbered.exec(line.text) : null
    if (marked !== null && !this.#isMarkup) {
      this.#addHeading(
        { start: line.start + line.text.length - marked[2]!.length, text: marked[2]! },
        marked[1]!.length,
      )
      this.#at++
      return true
    }
    if (this.#paragraph.length > 0) return false
    const [next, afterNext] = [this.#lines[this.#at + 1]?.text ?? '', this.#lines[this.#at + 2]?.text ?? '']
    if (underline.test(line.text) && underline.test(afterNext) && line.text[0] === afterNext[0] && next.trim() !== '') {
      this.#addHeading(this.#lines[this.#at + 1]!, this.#levelOf(`${line.text[0]}${line.text[0]}`))
      this.#at += 3
      return true
    }
    if (!underline.test(next) || /^\s/.test(line.text) || underline.test(line.text)) return false
    if (next.trim().length < line.text.trim().length / 2) return false
    this.#addHeading(line, this.#levelOf(next[0]!))
    this.#at += 2
    return true
  }

  #levelOf(style: string): number {
    if (!this.#levels.includes(style)) this.#levels.push(style)
    return this.#levels.indexOf(style) + 1
  }

  #addHeading({ start, text }: Line, level: number): void {
    const content = proseOf(MappedText.of(this.#text, start, start + text.length))
    this.blocks.push({ kind: 'heading', level, content, start, end: start + text.trimEnd().length })
  }

  /** Fences as in Markdown and AsciiDoc, open to the end of the text if they are not closed. */
  #fenced({ text }: Line): boolean {
    const [, mark, info = ''] = fence.exec(text) ?? []
    if (mark === undefined || (/^[-.]/.test(mark) && (info !== '' || this.#isMarkup))) return false
    const source = /^\[source,\s*(\w+)/.exec(this.#paragraph.at(-1)?.text ?? '')?.[1]
    if (source !== undefined) this.#paragraph.pop()
    this.#flush()
    const first = ++this.#at
    while (this.#at < this.#lines.length && !this.#lines[this.#at]!.text.trimStart().startsWith(mark)) this.#at++
    this.#addCode(this.#lines.slice(first, this.#at), languageOf(source ?? info))
    this.#at++
    return true
  }

  #directive({ start, text }: Line): boolean {
    if (!this.#isMarkup || !/^\s*\.\.(\s|$)/.test(text)) return false
    this.#flush()
    this.#at++
    const language = codeDirective.exec(text)?.[1]
    if (language !== undefined) {
      while (/^\s+:[\w-]+:/.test(this.#lines[this.#at]?.text ?? '')) this.#at++
      this.#addCode(this.#blockBelow(text), languageOf(language))
      return true
    }
    const marked = admonition.exec(text)?.[0].length
    if (marked !== undefined) {
      if (text.length > marked) this.#paragraph.push({ start: start + marked, text: text.slice(marked) })
      return true
    }
    // A comment, or a directive that shows nothing to read.
    this.#blockBelow(text)
    return true
  }

  /** Two colons announce a block in reStructuredText; plain text only indents it. */
  #indented(line: Line): boolean {
    if (this.#isMarkup) {
      if (!/::\s*$/.test(line.text)) return false
      this.#paragraph.push({ start: line.start, text: line.text.replace(/:\s*$/, '') })
      this.#flush()
      this.#at++
      this.#addCode(this.#blockBelow(line.text), '')
      return true
    }
    if (this.#paragraph.length > 0 || !/^(?: {4}|\t)/.test(line.text)) return false
    const first = this.#at
    while (/^(?: {4}|\t)|^\s*$/.test(this.#lines[this.#at]?.text ?? 'end')) this.#at++
    this.#addCode(this.#lines.slice(first, this.#at), '')
    return true
  }

  /** Lines behind the prompt of a shell, up to an empty one. */
  #session({ text }: Line): boolean {
    if (!prompt.test(text)) return false
    this.#flush()
    const first = this.#at
    while (this.#at < this.#lines.length && this.#lines[this.#at]!.text.trim() !== '') this.#at++
    this.#addCode(this.#lines.slice(first, this.#at), 'console')
    return true
  }

  /** `| a | b |`: the first row of a table is its header; rules between them say nothing. */
  #row({ start, text }: Line): boolean {
    if (/^\s*\+[-=+]+\+\s*$/.test(text)) {
      this.#flush()
      this.#at++
      return true
    }
    if (!/^\s*\|.*\|\s*$/.test(text)) {
      this.#header = undefined
      return false
    }
    this.#flush()
    this.#at++
    const cells = cellsOf(start, text).map(({ column, from, to }) => ({
      column,
      content: proseOf(MappedText.of(this.#text, from, to)),
    }))
    for (const { content } of cells) this.blocks.push({ kind: 'prose', content, isCell: true })
    if (this.#header === undefined) this.#header = cells
    else this.blocks.push({ kind: 'row', header: this.#header, cells })
    return true
  }

  /** The lines that are indented more than `text`, and empty ones among them. */
  #blockBelow(text: string): readonly Line[] {
    const outer = indentOf(text)
    const first = this.#at
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at]!.text
      if (line.trim() !== '' && indentOf(line) <= outer) break
      this.#at++
    }
    return this.#lines.slice(first, this.#at)
  }

  #addCode(lines: readonly Line[], language: string): void {
    const content = new MappedTextBuilder()
    for (const { start, text } of lines) content.add(`${text}\n`, start)
    if (content.length > 0) this.blocks.push({ kind: 'code', language, text: content.build() })
  }
}

/** The cells between the bars of a line, white space around them left out. */
function cellsOf(start: number, line: string) {
  const bars = [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => index)
  return bars.slice(0, -1).flatMap((bar, column) => {
    const cell = line.slice(bar + 1, bars[column + 1])
    const from = start + bar + 1 + cell.length - cell.trimStart().length
    return cell.trim() === '' ? [] : [{ column, from, to: from + cell.trim().length }]
  })
}

const indentOf = (text: string): number => text.length - text.trimStart().length

function linesOf(text: string): readonly Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const found = { start, text: line.replace(/\r$/, '') }
    start += line.length + 1
    return found
  })
}
