/** What a command line really runs: wrappers are peeled off, and what a shell is given as text is read as well. */
import { words } from '../classify/words.ts'
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'
import { baseName, type Evaluate, type EvaluatedWord, evaluateAll } from './evaluate.ts'
import { leadingOptions, type Option } from './options.ts'
import { readCommands } from './read-commands.ts'
import type { SimpleCommand } from './simple-command.ts'
import { assignmentOf } from './simple-command.ts'
import { streamAfter } from './streams.ts'
import { plainText } from './words.ts'
import { shells, shellValued, type Wrapper, wrappers } from './wrappers.ts'

/** One program that runs, with what it is given. */
export interface Run {
  /** The command as it stands there, wrappers and all. */
  readonly command: SimpleCommand
  /** The program, as a path or a bare name. */
  readonly program: EvaluatedWord
  readonly parameters: readonly EvaluatedWord[]
  /** Whether it takes the place of the shell. */
  readonly exec: boolean
  /** The names of the programs that were peeled off, outermost first. */
  readonly wrappers: readonly string[]
  /** As whom it runs, where that is known. */
  readonly user: string | undefined
  /** Whether it is given more words than are written. */
  readonly fed: boolean
  /** Where `{}` leads, for what `find` runs. */
  readonly found?: readonly FoundPath[]
}

/** Files, as `find` looks for them. */
export interface FoundPath {
  readonly meant: string
  readonly written: string
  readonly directory: boolean
}

/** Wrappers in wrappers, and texts in texts, are followed so far. */
const deepest = 12

interface State {
  readonly exec: boolean
  readonly wrappers: readonly string[]
  readonly user: string | undefined
  readonly fed: boolean
  readonly found?: readonly FoundPath[]
}

export const isRoot = (user: string | undefined): boolean => user !== undefined && /^(root|#?\+?0)(:|$)/.test(user)

/**
 * The programs that a command runs: one, or all that a text given to a shell holds; none for assignments alone. `user` is
 * who types it, where that is known.
 */
export function runsOf(command: SimpleCommand, evaluate: Evaluate, user?: string): readonly Run[] {
  const state: State = { exec: false, wrappers: [], user, fed: false }
  return peel(command, evaluateAll(command.words, evaluate), evaluate, state)
}

function peel(
  command: SimpleCommand,
  words: readonly EvaluatedWord[],
  evaluate: Evaluate,
  state: State,
): readonly Run[] {
  const [program, ...parameters] = words
  if (program === undefined) return []
  const name = baseName(program.text)
  const owner = name === 'crontab' ? ownerOfCrontab(parameters) : undefined
  const itself: Run = { command, program, parameters, ...pick(state), ...(owner === undefined ? {} : { user: owner }) }
  if (state.wrappers.length >= deepest) return [itself]
  const inner = { ...state, wrappers: [...state.wrappers, name] }

  const script = scriptOf(name, parameters)
  if (script !== undefined && isAllUnknown(script.words)) return [{ ...itself, ...script.user }]
  if (script !== undefined) return runsWithin(command, script.words, evaluate, { ...inner, ...script.user })
  const found = name === 'find' ? executedByFind(parameters) : undefined
  if (found !== undefined) {
    return [itself, ...peel(command, found, evaluate, { ...inner, exec: false, found: lookedFor(parameters) })]
  }

  const wrapper = wrappers
    .get(name)
    ?.find(({ subcommands }) => subcommands.every((word, i) => parameters[i]?.text === word))
  if (wrapper === undefined) return [itself]
  const split = leadingOptions(parameters.slice(wrapper.subcommands.length), wrapper.valued)
  if (split.options.some((option) => wrapper.asks.has(option.name))) return [itself]
  const rest = commandAfter(split.rest, wrapper)
  const user = userOf(wrapper, split.options, split.rest) ?? state.user
  if (rest.length === 0) return [{ ...itself, user }]
  return peel(command, rest, evaluate, {
    ...inner,
    exec: state.exec || (wrapper.replaces && !command.aside),
    user,
    fed: state.fed || wrapper.feeds,
  })
}

const pick = ({ exec, wrappers, user, fed, found }: State) => ({
  exec,
  wrappers,
  user,
  fed,
  ...(found === undefined ? {} : { found }),
})

/** What follows the operands of the wrapper: assignments, a `--`, the command. */
function commandAfter(words: readonly EvaluatedWord[], { operands, valued }: Wrapper): readonly EvaluatedWord[] {
  let rest: readonly EvaluatedWord[] = words.slice(operands)
  if (operands > 0) rest = leadingOptions(rest, valued).rest
  const first = rest.findIndex(({ word }) => assignmentOf(word) === undefined)
  return first < 0 ? [] : rest.slice(first)
}

/** Whom a wrapper names, or root where it stands for that; nothing where it changes nobody. */
function userOf(
  { user, userOptions }: Wrapper,
  options: readonly Option[],
  rest: readonly EvaluatedWord[],
): string | undefined {
  const option = options.find(({ name }) => userOptions.has(name))
  const named = user === 'operand' ? rest[0]?.text : (option?.attached ?? option?.value?.text)
  return named ?? (user === 'root' ? 'root' : undefined)
}

/** `sudo crontab -u wazuh -e`: what it schedules runs as whose it is, whoever edits it. */
function ownerOfCrontab(parameters: readonly EvaluatedWord[]): string | undefined {
  const named = leadingOptions(parameters, words('-u')).options.find(({ name }) => name === '-u')
  return named?.attached ?? named?.value?.text
}

/** Nothing of it is spelled out, and no variable tells it: what runs is what it holds. */
const isAllUnknown = (words: readonly EvaluatedWord[]): boolean =>
  words.length > 0 &&
  words.every(
    ({ word, candidates }) =>
      word.pieces.some(({ kind }) => kind === 'expansion') &&
      word.pieces.every((piece) => piece.kind === 'expansion' || piece.value.trim() === '') &&
      candidates.every((candidate) => candidate.trim() === plainText(word).trim()),
  )

/** The words of a text that a command hands to a shell, behind whatever wrappers; nothing where it hands over none. */
export function textForShell(words: readonly EvaluatedWord[]): ShellText | undefined {
  let rest = words
  for (let depth = 0; depth < deepest; depth++) {
    const [program, ...parameters] = rest
    const name = baseName(program?.text ?? '')
    const script = scriptOf(name, parameters)
    if (script !== undefined) return { shell: name, words: script.words }
    const wrapper = wrappers
      .get(name)
      ?.find(({ subcommands }) => subcommands.every((word, i) => parameters[i]?.text === word))
    if (wrapper === undefined) return shellInput(name, parameters)
    const split = leadingOptions(parameters.slice(wrapper.subcommands.length), wrapper.valued)
    rest = commandAfter(split.rest, wrapper)
  }
  return undefined
}

export interface ShellText {
  /** "eval", "source", "bash". */
  readonly shell: string
  /** What it is given to run; nothing where it reads its standard input. */
  readonly words: readonly EvaluatedWord[] | undefined
}

/** `source <(…)`, `bash <(…)`; `… | bash` and `… | bash -s` read their standard input. */
function shellInput(name: string, parameters: readonly EvaluatedWord[]): ShellText | undefined {
  const isSource = name === '.' || name === 'source'
  if (!isSource && !shells.has(name)) return undefined
  const { options, rest } = leadingOptions(parameters, shellValued)
  const [file] = rest
  if (file?.word.text.startsWith('<(') === true) return { shell: name, words: [file] }
  const isStream = /^(-|\/dev\/(stdin|fd\/0))$/.test(file?.text ?? '-') || options.some((each) => each.name === '-s')
  return isStream ? { shell: name, words: undefined } : undefined
}

interface Script {
  readonly words: readonly EvaluatedWord[]
  readonly user: { readonly user?: string }
}

/** What a shell is given to run as text: `bash -c "…"`, `su wazuh -c "…"`, `eval "…"`. */
function scriptOf(name: string, parameters: readonly EvaluatedWord[]): Script | undefined {
  if (name === 'eval') return { words: parameters, user: {} }
  if (name === 'su' || name === 'runuser') return scriptOfUser(parameters)
  if (!shells.has(name)) return undefined
  const { options, rest } = leadingOptions(parameters, shellValued)
  const script = rest[0]
  return script !== undefined && options.some((option) => option.name === '-c')
    ? { words: [script], user: {} }
    : undefined
}

/** `su [-] [USER] -c "…"`, the options in any order. */
function scriptOfUser(parameters: readonly EvaluatedWord[]): Script | undefined {
  const given = parameters.findIndex(({ text }) => text === '-c' || text === '--command')
  const script = parameters[given + 1]
  if (given < 0 || script === undefined) return undefined
  const others = parameters.filter((_, i) => i !== given && i !== given + 1)
  const valued = new Set(['-s', '--shell', '-g', '-G', '-u'])
  const { options, rest } = leadingOptions(
    others.filter(({ text }) => text !== '-'),
    valued,
  )
  const user = options.find((option) => option.name === '-u')?.value?.text ?? rest[0]?.text ?? 'root'
  return { words: [script], user: { user } }
}

/** `find … -exec COMMAND {} \;` */
function executedByFind(parameters: readonly EvaluatedWord[]): readonly EvaluatedWord[] | undefined {
  const start = parameters.findIndex(({ text }) => /^-(exec|execdir|ok|okdir)$/.test(text))
  if (start < 0) return undefined
  const rest = parameters.slice(start + 1)
  const end = rest.findIndex(({ text }) => text === ';' || text === '+')
  return end < 0 ? rest : rest.slice(0, end)
}

/** `find /etc/x -type f -name "*.key"`: files of that name below; the folder itself where no name is given. */
function lookedFor(parameters: readonly EvaluatedWord[]): readonly FoundPath[] {
  const first = parameters.findIndex(({ text }) => /^[-(!]/.test(text))
  const folders = parameters.slice(0, first < 0 ? undefined : first)
  const behind = (option: RegExp) => parameters[parameters.findIndex(({ text }) => option.test(text)) + 1]?.text
  const name = parameters.some(({ text }) => /^-i?name$/.test(text)) ? behind(/^-i?name$/) : undefined
  const directory = behind(/^-type$/) === 'd'
  return folders.map(({ text, word }) => {
    const below = (folder: string) => (name === undefined ? folder : `${folder.replace(/\/+$/, '')}/${name}`)
    return { meant: below(text), written: below(plainText(word)), directory }
  })
}

function runsWithin(
  command: SimpleCommand,
  words: readonly EvaluatedWord[],
  evaluate: Evaluate,
  state: State,
): readonly Run[] {
  const into = streamAfter(command.redirects, command.into)
  return readCommands(textWithin(words, command.source), into).commands.flatMap((inner) =>
    peel({ ...inner, aside: inner.aside || command.aside }, evaluateAll(inner.words, evaluate), evaluate, {
      ...state,
      exec: false,
    }),
  )
}

/** The words without their quotes, as a text that knows where it stands. */
function textWithin(words: readonly EvaluatedWord[], source: MappedText): MappedText {
  const text = new MappedTextBuilder()
  for (const { word } of words) {
    if (text.length > 0) text.add(' ', word.start)
    for (const piece of word.pieces) text.add(piece.kind === 'literal' ? piece.value : piece.text, piece.start)
  }
  return text.build(source)
}
