/** Markdown with the tables of GitHub. The parser finds the blocks; what stands within a paragraph is read by `inline.ts`. */
import { parser, Table, TaskList } from '@lezer/markdown'
import { MappedTextBuilder } from '../mapped-text.ts'
import { type Block, type Cell, type Document, labelOf, type Prose } from './document.ts'
import { proseOf } from './inline.ts'

const inlineRules = ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd']

const blocks = parser.configure([Table, TaskList, { remove: inlineRules }])

/** A line in so many quotes and lists is not read: the parser is quadratic in their number. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])(?=[ \t>]|$)){64}.*$/gm

const leaves = new Set(['Paragraph', 'Task', 'TableCell', 'HTMLBlock'])
const codes = new Set(['FencedCode', 'CodeBlock'])

export function readMarkdown(text: string): Document {
  const shallow = text.replace(tooDeep, (line) => ' '.repeat(line.length))
  return {
    // The parser does not see that a line of a Windows file is empty, where a block of HTML ends.
    blocks: blocksOf(text, withoutFrontMatter(shallow).replace(/\r(?=\n)/g, ' ')),
    definitions: definitionsIn(text),
    cut: shallow !== text,
  }
}

/** `[label]: address "title"` */
function definitionsIn(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/^ {0,3}\[([^\][\n]{1,200})\]:[ \t]*<?([^\s<>]{1,1000})/gm)
  return new Map(Array.from(found, ([, label = '', target = '']) => [labelOf(label), target]))
}

/** Settings of a site generator above the text would read as a heading. */
function withoutFrontMatter(text: string): string {
  const front = /^---\r?\n(?:[^\n]{0,1000}\n){0,200}?---\r?(?:\n|$)/.exec(text)?.[0]
  return front === undefined ? text : front.replace(/[^\n]/g, ' ') + text.slice(front.length)
}

/** The cells of a table, row by row. An empty cell has no node of its own, but the bars around it have. */
class Rows {
  #header: readonly Cell[] = []
  #cells: Cell[] = []
  #bars = 0

  enter(name: string): void {
    if (name === 'TableDelimiter') this.#bars++
    if (name === 'Table') this.#header = []
    if (name === 'TableHeader' || name === 'TableRow') {
      this.#cells = []
      this.#bars = 0
    }
  }

  add(content: Prose): void {
    this.#cells.push({ column: this.#bars, content })
  }

  /** The row that ends here. */
  leave(name: string): readonly Block[] {
    if (name === 'TableHeader') this.#header = this.#cells
    return name === 'TableRow' ? [{ kind: 'row', header: this.#header, cells: this.#cells }] : []
  }
}

interface OpenBlock {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly content: MappedTextBuilder
  /** Up to where the source was taken over. */
  at: number
  language: string
}

/** `parsed` is the text with some of it blanked, every offset being the same. */
function blocksOf(text: string, parsed: string): readonly Block[] {
  const found: Block[] = []
  const rows = new Rows()
  let open: OpenBlock | undefined
  blocks.parse(parsed).iterate({
    enter({ name, from, to }) {
      rows.enter(name)
      if (open === undefined) {
        const isBlock = leaves.has(name) || codes.has(name) || headingLevel(name) > 0
        if (isBlock) open = { name, start: from, end: to, content: new MappedTextBuilder(), at: from, language: '' }
        return
      }
      if (name === 'CodeInfo') open.language = languageOf(text.slice(from, to))
      if (codes.has(open.name)) {
        if (name === 'CodeText') open.content.add(text.slice(from, to), from)
      } else if (name === 'QuoteMark' || name === 'HeaderMark' || name === 'TaskMarker') {
        open.content.add(text.slice(open.at, from), open.at)
        open.at = to
      }
    },
    leave({ name, from }) {
      found.push(...rows.leave(name))
      if (open === undefined || name !== open.name || from !== open.start) return
      if (!codes.has(name)) open.content.add(text.slice(open.at, open.end), open.at)
      const block = blockOf(open)
      if (name === 'TableCell' && block.kind === 'prose') rows.add(block.content)
      found.push(block)
      open = undefined
    },
  })
  return found
}

function blockOf({ name, start, end, content, language }: OpenBlock): Block {
  const level = headingLevel(name)
  if (codes.has(name)) return { kind: 'code', language, text: content.build() }
  return level > 0
    ? { kind: 'heading', level, content: proseOf(content.build()), start, end }
    : { kind: 'prose', content: proseOf(content.build()), isCell: name === 'TableCell' }
}

const headingLevel = (name: string): number => Number(/^(?:ATX|Setext)Heading([1-6])$/.exec(name)?.[1] ?? 0)

/** Of "bash {linenos=true}" and "{.python}" alike. */
export const languageOf = (info: string): string => /[\w+#-]+/.exec(info)?.[0].toLowerCase() ?? ''
