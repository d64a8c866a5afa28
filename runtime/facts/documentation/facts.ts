/** Walks through a document and gives the facts of its headings, prose and code. */
import { Programs } from '../commands/programs.ts'
import type { FileInput, LocalFact, LocalFacts } from '../extractor.ts'
import type { MappedText } from '../mapped-text.ts'
import { urlsIn } from '../urls.ts'
import { ruleFacts } from '../xml/facts.ts'
import { type Around, CommandCollector } from './commands.ts'
import type { Block, Document, Prose } from './document.ts'
import { Sentence } from './negation.ts'
import { sentencesOf } from './sentences.ts'
import { settingFacts } from './settings.ts'

export function documentFacts(input: FileInput, document: Document): LocalFacts {
  const walk = new Walk(input)
  for (const block of document.blocks) walk.visit(block)
  const urls = urlsIn(input.text).map(({ start, end, fields }) => ({ at: input.lines.placeOf(start, end), ...fields }))
  return {
    section: walk.sections,
    sentence: walk.sentences,
    command: walk.commands.commands,
    permission: walk.commands.permissions,
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
  readonly commands: CommandCollector
  readonly #input: FileInput
  /** The headings around, from the top. */
  #open: LocalFact<'section'>[] = []
  /** The last sentence of the prose right above. */
  #above = new Sentence('')

  constructor(input: FileInput) {
    this.#input = input
    this.commands = new CommandCollector(input, Programs.of(input.tree))
  }

  visit(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.#heading(block)
        break
      case 'prose':
        this.#prose(block.content)
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

  #prose(content: Prose): void {
    const { text, code } = content
    let nextCode = 0
    for (const span of sentencesOf(content)) {
      const sentence = new Sentence(text.text.slice(span.start, span.end))
      this.sentences.push({
        at: this.#place(text, span.start, span.end),
        text: collapsed(sentence.text),
        negated: sentence.isNegated,
        ...this.#section(),
      })
      for (; nextCode < code.length && code[nextCode]!.start < span.end; nextCode++) {
        this.#inlineCode(text, code[nextCode]!, { sentence, start: span.start })
      }
      this.#above = sentence
    }
    if (code.length === 0) this.commands.addProse(text, this.#around())
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

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()
