/** Dockerfiles: their instructions, the commands that they run, the variables that they set, and addresses. */
import type { KindName } from '../../../compiler/index.ts'
import { withoutComments } from '../configuration/comments.ts'
import { excerpt } from '../excerpt.ts'
import type { Extraction, Extractor, FileInput, Gap, LocalFact } from '../extractor.ts'
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'
import { isPlaceholder } from '../placeholder.ts'
import { embeddedShellFacts } from '../shell/embedded.ts'
import { urlsIn } from '../urls.ts'
import { execForm, wordsOf } from './arguments.ts'
import { BaseImages } from './base-images.ts'
import { type Instruction, instructionsIn } from './instructions.ts'
import { variablesOf } from './variables.ts'

const kinds: readonly KindName[] = ['container_instruction', 'command', 'permission', 'setting', 'url']

export const containerExtractor: Extractor = {
  name: 'containers',
  kinds,
  reads: ({ language }) => language === 'dockerfile',
  extract,
}

/** Instructions that run a program when the image is built, or when a container of it starts. */
const running = new Set(['RUN', 'CMD', 'ENTRYPOINT'])

function extract(input: FileInput): Extraction {
  const { instructions, trouble } = instructionsIn(input.text)
  const facts = new ContainerFacts(input)
  for (const instruction of instructions) facts.take(instruction)
  if (trouble !== undefined) {
    const { line } = input.lines.placeOf(trouble, trouble)
    facts.undecided.push({ reason: `holds a line that is no instruction, from line ${line} on`, kinds })
  }
  const { container_instruction, command, permission, setting, undecided } = facts
  const url = urlsIn(withoutComments(input.text, 'dockerfile')).map(({ start, end, fields }) => ({
    at: input.lines.placeOf(start, end),
    ...fields,
  }))
  return { facts: { container_instruction, command, permission, setting, url }, undecided }
}

class ContainerFacts {
  readonly container_instruction: LocalFact<'container_instruction'>[] = []
  readonly command: LocalFact<'command'>[] = []
  readonly permission: LocalFact<'permission'>[] = []
  readonly setting: LocalFact<'setting'>[] = []
  readonly undecided: Gap[] = []
  readonly #input: FileInput
  readonly #images = new BaseImages()
  #stage = -1
  /** Of the stage; an image may bring one of its own, so that none is known before `USER`. */
  #user: string | undefined
  #shell = 'sh'

  constructor(input: FileInput) {
    this.#input = input
  }

  take(instruction: Instruction): void {
    const { name, text, documents, start, end } = instruction
    const parts = execForm(text)?.words ?? wordsOf(text)
    if (name === 'FROM') {
      this.#stage++
      this.#user = undefined
      this.#shell = 'sh'
    }
    this.container_instruction.push({
      at: this.#input.lines.placeOf(start, end),
      name,
      arguments: [...instruction.options, ...parts],
      text: excerpt(this.#input.text.slice(start, end)),
      stage: Math.max(this.#stage, 0),
      ...(name === 'FROM' ? this.#images.begin(parts) : {}),
    })
    if (name === 'USER') this.#user = parts[0]?.split(':')[0]
    if (name === 'SHELL') this.#shell = parts[0] ?? 'sh'
    if (running.has(name)) this.#run(name, text, documents)
    if (name === 'HEALTHCHECK') this.#run('CMD', behindWord(text), [])
    if (name === 'ENV' || name === 'ARG') this.#set(text)
  }

  #run(name: string, text: MappedText, documents: readonly MappedText[]): void {
    const exec = execForm(text)
    // `RUN <<EOF` runs the document; `RUN python3 <<EOF` hands it to a program.
    const isDocument = name === 'RUN' && documents.length > 0 && /^<<-?\s*["']?\w+["']?$/.test(text.text)
    const texts = exec !== undefined ? [exec.line] : isDocument ? documents : [text]
    for (const each of texts) {
      const { command, permission, undecided } = embeddedShellFacts(this.#input, each, {
        found_in: 'container',
        // What is given as a list is started without a shell.
        shell: exec === undefined ? this.#shell : 'sh',
        ...(this.#user === undefined ? {} : { user: this.#user }),
      })
      this.command.push(...command)
      this.permission.push(...permission)
      this.undecided.push(...undecided)
    }
  }

  #set(text: MappedText): void {
    for (const { key, value, start, end } of variablesOf(text)) {
      // What is set before the first stage is what FROM may name.
      if (this.#stage < 0) this.#images.set(key, value)
      const range = text.rangeOf(start, end)
      const at = this.#input.lines.placeOf(range.start, range.end)
      this.setting.push({ at, key, value, format: 'assignment', placeholder: isPlaceholder(value) })
    }
  }
}

/** `HEALTHCHECK CMD curl …` runs what stands behind CMD, again and again; `HEALTHCHECK NONE` runs nothing. */
function behindWord(text: MappedText): MappedText {
  const word = /^\S+\s*/.exec(text.text)?.[0].length ?? 0
  const builder = new MappedTextBuilder()
  builder.add(text.text.slice(word), word)
  return builder.build(text)
}
