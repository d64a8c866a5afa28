/** The commands that a document tells its reader to run, in blocks of code and within sentences. */
import { asWritten } from '../commands/evaluate.ts'
import { type CommandFacts, commandFacts } from '../commands/facts.ts'
import type { Programs } from '../commands/programs.ts'
import { type Comment, readCommands } from '../commands/read-commands.ts'
import { isRoot, type Run } from '../commands/runs.ts'
import type { SimpleCommand } from '../commands/simple-command.ts'
import { shells } from '../commands/wrappers.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'
import { embeddedShellFacts } from '../shell/embedded.ts'
import { wodleCommandsIn } from '../xml/wodles.ts'
import { mayHoldCommands, type Script, scheduleOf, scriptsOf } from './code-lines.ts'
import type { Span } from './document.ts'
import { isCommand } from './known-commands.ts'
import { Sentence } from './negation.ts'

export interface Around {
  readonly section?: number
}

export class CommandCollector {
  readonly commands: LocalFact<'command'>[] = []
  readonly permissions: LocalFact<'permission'>[] = []
  readonly #input: FileInput
  readonly #own: Programs
  /** Whether the reader was told to edit the crontab of root, in this section. */
  #rootCrontab = false

  constructor(input: FileInput, own: Programs) {
    this.#input = input
    this.#own = own
  }

  enterSection(): void {
    this.#rootCrontab = false
  }

  /** Whether the text above says not to do what the block shows. */
  addBlock(text: MappedText, language: string, above: Sentence, around: Around): boolean {
    const negated = above.forbidsBelow
    this.#addConfigured(text, negated, around)
    if (!mayHoldCommands(language)) return negated
    for (const script of scriptsOf(text, language, this.#own)) this.#addScript(script, negated, around)
    return negated
  }

  /** What the configuration starts that the block shows. */
  #addConfigured(text: MappedText, negated: boolean, around: Around): void {
    for (const line of wodleCommandsIn(text)) {
      const { command } = embeddedShellFacts(this.#input, line, { found_in: 'wodle' })
      this.commands.push(...command.map((one) => ({ ...one, negated, ...around })))
    }
  }

  /** Whether the sentence says not to do what is written in the code at `span`. */
  addInline(text: MappedText, span: Span, within: Span & { readonly sentence: Sentence }, around: Around): boolean {
    const negated = within.sentence.negatesAt(within.start, within.end)
    const written = text.text.slice(span.start, span.end)
    const mark = /^\s*\$ /.exec(written)?.[0].length ?? 0
    if (this.#addSchedule(text, span, negated, around)) return negated
    if (isCommand(written.slice(mark), this.#own)) {
      this.#addScript(lineOf(text, span.start + mark, span.end), negated, around)
    }
    return negated
  }

  /** A line of a crontab. */
  #addSchedule(text: MappedText, { start, end }: Span, negated: boolean, around: Around): boolean {
    const schedule = scheduleOf(text.text.slice(start, end))
    if (schedule === undefined) return false
    const { user } = schedule
    this.#addScript({ ...lineOf(text, start + schedule.length, end), user, scheduled: true }, negated, around)
    return true
  }

  /** A paragraph that is nothing but a command, or a line of a crontab behind what announces it. */
  addProse(text: MappedText, around: Around): void {
    const line = text.text.trim()
    const announced = /^[^:\n]{0,80}:\s+(?=[\d*@])/.exec(line)?.[0].length ?? 0
    const from = text.text.indexOf(line) + announced
    const span = { start: from, end: from + line.length - announced }
    if (line.length <= 300 && this.#addSchedule(text, span, false, around)) return
    if (line.length > 300 || /[.!?:,;]$/.test(line) || englishWords.test(line) || !isCommand(line, this.#own)) return
    const start = text.text.indexOf(line)
    this.#addScript(lineOf(text, start, start + line.length), false, around)
  }

  #addScript({ text, user, scheduled }: Script, negated: boolean, around: Around): void {
    const { commands, comments } = readCommands(text)
    const remarks = new Remarks(text.text, comments)
    let rootShell = false
    for (const command of commands) {
      const found = commandFacts(this.#input, command, {
        found_in: 'documentation',
        evaluate: asWritten,
        ...userFields(rootShell || (scheduled && user === undefined && this.#rootCrontab) ? 'root' : user),
        negated: negated || (command.source === text && remarks.forbid(command)),
        ...around,
      })
      for (const facts of found) this.#add(facts)
      rootShell ||= found.some(({ run }) => opensRootShell(run))
    }
  }

  #add({ command, permissions, run }: CommandFacts): void {
    this.commands.push(command)
    this.permissions.push(...permissions)
    if (command.name === 'crontab' && isRoot(run.user)) this.#rootCrontab = true
  }
}

const userFields = (user: string | undefined) => (user === undefined ? {} : { user })

/** Words that commands do not hold, but sentences that begin like one do. */
const englishWords = /\s(?:is|are|was|be|the|an?|to|of|and|or|not|for|with|you|your|can|will|should|must)\s/i

function lineOf(text: MappedText, start: number, end: number): Script {
  const line = new MappedTextBuilder()
  line.add(text.text.slice(start, end), start)
  return { text: line.build(text), user: undefined, scheduled: false }
}

/** `sudo -i`, `sudo su -`, `su`: what follows in the block is typed as root. */
function opensRootShell({ program, parameters, user }: Run): boolean {
  const texts = parameters.map(({ text }) => text)
  switch (program.text) {
    case 'sudo':
      return texts.length > 0 && texts.every((text) => /^(-i|-s|--login|--shell|-E|-H)$/.test(text))
    case 'su':
      return texts.every((text) => /^(-|-l|--login|root)$/.test(text))
    default:
      return isRoot(user) && shells.has(program.text) && texts.every((text) => /^-(l|-login)$/.test(text))
  }
}

/** What the comments of a script say about its commands: the one above them, and the one on the same line. */
class Remarks {
  /** What they say not to do: the offsets, ascending. */
  readonly #forbidden: readonly Span[]

  constructor(text: string, comments: readonly Comment[]) {
    const alone = comments.filter((comment) => comment.alone)
    const after = new Map(alone.map((comment, i) => [comment, alone[i + 1]?.start ?? text.length]))
    this.#forbidden = comments
      .filter((comment) => new Sentence(comment.text).forbidsBelow)
      .map((comment) => {
        const { start } = comment
        const next = after.get(comment)
        // One beside a command is about its own line, one above about all lines up to an empty one.
        if (next === undefined) return { start: text.lastIndexOf('\n', start) + 1, end: start }
        const empty = text.slice(start, next).search(/\n[^\S\n]*\n/)
        return { start, end: empty < 0 ? next : start + empty }
      })
  }

  forbid({ start }: SimpleCommand): boolean {
    const last = this.#forbidden.findLastIndex((span) => span.start <= start)
    return last >= 0 && start < this.#forbidden[last]!.end
  }
}
