/** Walks through a document and gives the facts of its headings, prose and code. */
import type { Place } from '../../../compiler/index.ts'
import { InstalledPaths } from '../commands/installed-paths.ts'
import { Programs } from '../commands/programs.ts'
import type { FileInput, LocalFact, LocalFacts } from '../extractor.ts'
import type { MappedText } from '../mapped-text.ts'
import { urlsIn } from '../urls.ts'
import { ruleFacts } from '../xml/facts.ts'
import { type Around, CommandCollector } from './commands.ts'
import { type Block, type Document, type Link, labelOf, type Prose, type Span } from './document.ts'
import { isCommand } from './known-commands.ts'
import { Sentence } from './negation.ts'
import { statedPermission } from './permissions/facts.ts'
import type { PathMention } from './permissions/mentions.ts'
import { type InlineCode, type StatedPermission, statedIn } from './permissions/prose.ts'
import { withSpokenRoles } from './permissions/spoken-roles.ts'
import { statedInRow } from './permissions/table.ts'
import { turnedOffIn } from './protections.ts'
import { sentencesOf } from './sentences.ts'
import { settingFacts } from './settings.ts'
import { commandsSpokenIn } from './spoken-commands.ts'

export function documentFacts(input: FileInput, document: Document): LocalFacts {
  const walk = new Walk(input, document.definitions)
  for (const block of document.blocks) walk.visit(block)
  const urls = urlsIn(input.text).map(({ start, end, fields }) => ({ at: input.lines.placeOf(start, end), ...fields }))
  return {
    section: walk.sections,
    sentence: walk.sentences,
    command: walk.commands.commands,
    permission: withSpokenRoles([...walk.commands.permissions, ...walk.permissions], walk.sentences),
    link: walk.links,
    code_block: walk.codeBlocks,
    setting: walk.settings,
    wazuh_rule: walk.rules,
    url: urls,
  }
}

class Walk {
  readonly sections: LocalFact<'section'>[] = []
  readonly sentences: LocalFact<'sentence'>[] = []
  readonly settings: LocalFact<'setting'>[] = []
  readonly rules: LocalFact<'wazuh_rule'>[] = []
  readonly permissions: LocalFact<'permission'>[] = []
  readonly links: LocalFact<'link'>[] = []
  readonly codeBlocks: LocalFact<'code_block'>[] = []
  readonly commands: CommandCollector
  readonly #input: FileInput
  readonly #definitions: ReadonlyMap<string, string>
  readonly #programs: Programs
  readonly #installed: InstalledPaths
  /** The headings around, from the top. */
  #open: LocalFact<'section'>[] = []
  /** The last sentence of the prose right above. */
  #above = new Sentence('')

  constructor(input: FileInput, definitions: ReadonlyMap<string, string>) {
    this.#input = input
    this.#definitions = definitions
    this.#programs = new Programs(input.tree)
    this.#installed = InstalledPaths.of(input)
    this.commands = new CommandCollector(input, this.#programs)
  }

  visit(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.#heading(block)
        break
      case 'prose':
        this.#prose(block.content, block.isCell)
        break
      case 'row':
        this.#row(block)
        break
      case 'code':
        this.#code(block.text, block.language)
        break
    }
  }

  #heading({ level, content, start, end }: Block & { kind: 'heading' }): void {
    const title = collapsed(content.text.text)
    const around = this.#open.filter((section) => section.level < level)
    const at = this.#input.lines.placeOf(start, end)
    const section = { at, title, level, titles: [...around.map((each) => each.title), title] }
    this.#open = [...around, section]
    this.sections.push(section)
    this.commands.enterSection()
    this.#above = new Sentence('')
  }

  #prose(content: Prose, isCell: boolean): void {
    const { text, code } = content
    let above: readonly PathMention[] = []
    let nextCode = 0
    for (const span of sentencesOf(content)) {
      const sentence = new Sentence(text.text.slice(span.start, span.end))
      // A cell that is no whole sentence names something: what a rule detects, what a technique does.
      const protection = isCell && !/[.!]$/.test(sentence.text) ? undefined : turnedOffIn(sentence)
      this.sentences.push({
        at: this.#place(text, span.start, span.end),
        text: collapsed(sentence.text),
        negated: sentence.isNegated,
        ...(protection === undefined ? {} : { turns_off: protection }),
        ...this.#section(),
      })
      for (; nextCode < code.length && code[nextCode]!.start < span.end; nextCode++) {
        this.#inlineCode(text, code[nextCode]!, { sentence, start: span.start })
      }
      this.#spokenCommands(content, span, sentence)
      const { stated, topic } = statedIn(sentence, this.#inlineOf(content, span), above)
      for (const each of stated) {
        const at = this.#place(text, span.start + each.start, span.start + each.end)
        this.#state(each, at, collapsed(sentence.text), 'prose')
      }
      above = topic
      this.#above = sentence
    }
    for (const link of content.links) this.#link(text, link)
    if (code.length === 0) this.commands.addProse(text, this.#around())
  }

  /** The spans of code in a sentence, from its start. */
  #inlineOf({ text, code }: Prose, { start, end }: Span): InlineCode {
    const spans = code.slice(firstFrom(code, start), firstFrom(code, end))
    const { names = [], commands = [] } = Object.groupBy(spans, (span) =>
      this.#isWholeCommand(text.text.slice(span.start, span.end)) ? 'commands' : 'names',
    )
    const moved = (span: Span): Span => ({ start: span.start - start, end: span.end - start })
    return { names: names.map(moved), commands: commands.map(moved) }
  }

  /** `chmod 640` without a path says something of a path beside it. */
  #isWholeCommand(text: string): boolean {
    return isCommand(text, this.#programs) && !/^\s*(?:sudo )?(?:chmod|chown|chgrp)\b[^/.~$*]*$/.test(text)
  }

  #row({ header, cells }: Block & { kind: 'row' }): void {
    const stated = statedInRow(header, cells)
    const [first, last] = [cells[0]?.content.text, cells.at(-1)?.content.text]
    if (stated === undefined || first === undefined || last === undefined) return
    const [from, to] = [first.rangeOf(0, first.text.length).start, last.rangeOf(0, last.text.length).end]
    const text = collapsed(this.#input.text.slice(from, to))
    this.#state(stated, this.#input.lines.placeOf(from, to), text, 'table')
  }

  #state(stated: StatedPermission, at: Place, text: string, form: 'prose' | 'table'): void {
    this.permissions.push(statedPermission(stated, this.#installed, { at, text, form, ...this.#section() }))
  }

  #link(text: MappedText, { start, end, target, isLabel }: Link): void {
    const found = isLabel ? this.#definitions.get(labelOf(target)) : target
    if (found === undefined) return
    const shown = collapsed(text.text.slice(start, end))
    this.links.push({ at: this.#place(text, start, end), target: found, text: shown, ...this.#section() })
  }

  /** "Run pip install x first": commands that nothing sets apart from the words around them. */
  #spokenCommands({ text, code }: Prose, span: Span, sentence: Sentence): void {
    const next = code[firstFrom(code, span.start)]
    if (next !== undefined && next.start < span.end) return
    for (const { start, end } of commandsSpokenIn(sentence.text, this.#programs)) {
      const inText = { start: span.start + start, end: span.start + end }
      this.commands.addInline(text, inText, { sentence, start, end }, this.#around())
    }
  }

  #inlineCode(
    text: MappedText,
    { start, end }: { readonly start: number; readonly end: number },
    within: { readonly sentence: Sentence; readonly start: number },
  ): void {
    const inSentence = { sentence: within.sentence, start: start - within.start, end: end - within.start }
    const negated = this.commands.addInline(text, { start, end }, inSentence, this.#around())
    if (!negated) this.settings.push(...settingFacts(this.#input, text, 'inline', start, end))
  }

  #code(text: MappedText, language: string): void {
    const first = /^(?:[^\S\n]*\n)*/.exec(text.text)?.[0].length ?? 0
    this.codeBlocks.push({
      at: this.#place(text, first, Math.max(first, text.text.trimEnd().length)),
      ...(language === '' ? {} : { language }),
      text: text.text.slice(first, first + longestBlock).trimEnd(),
      ...this.#section(),
    })
    const negated = this.commands.addBlock(text, language, this.#above, this.#around())
    if (!negated) this.settings.push(...settingFacts(this.#input, text, language))
    if (language === 'xml' || language === '') this.rules.push(...ruleFacts(this.#input, text, 'documentation').rules)
    this.#above = new Sentence('')
  }

  #around(): Around {
    return this.#section()
  }

  #section(): Around {
    return this.sections.length === 0 ? {} : { section: this.sections.length - 1 }
  }

  #place(text: MappedText, start: number, end: number) {
    const range = text.rangeOf(start, end)
    return this.#input.lines.placeOf(range.start, range.end)
  }
}

/** In UTF-16 units, of a block of code that a fact shows. */
const longestBlock = 2000

/** The index of the first span that starts at an offset or behind it. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()
