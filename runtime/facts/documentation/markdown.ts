/** Markdown with the tables of GitHub. The parser finds the blocks; what stands within a paragraph is read by `inline.ts`. */
import { parser, Table, TaskList } from '@lezer/markdown'
import { MappedTextBuilder } from '../mapped-text.ts'
import type { Block, Document } from './document.ts'
import { proseOf } from './inline.ts'

const inlineRules = ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd']

const blocks = parser.configure([Table, TaskList, { remove: inlineRules }])

/** A line in so many quotes and lists is not read: the parser is quadratic in their number. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])(?=[ \t>]|$)){64}.*$/gm

const leaves = new Set(['Paragraph', 'Task', 'TableCell', 'HTMLBlock'])
const codes = new Set(['FencedCode', 'CodeBlock'])

export function readMarkdown(text: string): Document {
  const shallow = text.replace(tooDeep, (line) => ' '.repeat(line.length))
  return { blocks: blocksOf(text, withoutFrontMatter(shallow)), cut: shallow !== text }
}

/** Settings of a site generator above the text would read as a heading. */
function withoutFrontMatter(text: string): string {
  const front = /^---\r?\n(?:[^\n]{0,1000}\n){0,200}?---\r?(?:\n|$)/.exec(text)?.[0]
  return front === undefined ? text : front.replace(/[^\n]/g, ' ') + text.slice(front.length)
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
  let open: OpenBlock | undefined
  blocks.parse(parsed).iterate({
    enter({ name, from, to }) {
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
      if (open === undefined || name !== open.name || from !== open.start) return
      if (!codes.has(name)) open.content.add(text.slice(open.at, open.end), open.at)
      found.push(blockOf(open))
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
    : { kind: 'prose', content: proseOf(content.build()) }
}

const headingLevel = (name: string): number => Number(/^(?:ATX|Setext)Heading([1-6])$/.exec(name)?.[1] ?? 0)

/** Of "bash {linenos=true}" and "{.python}" alike. */
export const languageOf = (info: string): string => /[\w+#-]+/.exec(info)?.[0].toLowerCase() ?? ''
