/**
 * Text that a script hands to a shell, and where it comes from.
 *
 *     eval "$X"      bash -c "$X"      curl … | sh      source <(curl …)      bash <<< "$X"
 *
 * What a program prints of which nothing is known may be anything: a gap, never silence.
 */
import { words } from '../classify/words.ts'
import { originFacts, placeWithin } from '../commands/arguments.ts'
import { baseName, type Evaluate, type EvaluatedWord, evaluateAll, type WordOrigin } from '../commands/evaluate.ts'
import { readCommands } from '../commands/read-commands.ts'
import { type ShellText, textForShell } from '../commands/runs.ts'
import type { SimpleCommand } from '../commands/simple-command.ts'
import { excerpt } from '../excerpt.ts'
import type { FileInput, Gap, LocalFact } from '../extractor.ts'
import { MappedText } from '../mapped-text.ts'
import type { Range, ScriptCommand } from './structure.ts'

export interface Processes {
  readonly facts: readonly LocalFact<'process'>[]
  readonly undecided: readonly Gap[]
}

/** Where the output of a text comes from. */
type Printed = (script: string) => readonly WordOrigin[]

/** Programs that print what another machine answers. */
const fetching = words('curl wget http https xh aria2c nc ncat socat openssl')
/** Programs that print what they are given, and no more. */
const repeating = words('echo printf')
/** Programs of the system that print settings of their own, made to be run by a shell. */
const settling =
  words(`ssh-agent gpg-agent keychain dircolors lesspipe resize tset locale getopt brew pyenv rbenv nodenv jenv
  direnv conda mamba opam luarocks fnm mise asdf starship zoxide register-python-argcomplete`)

export function processesOf(input: FileInput, commands: readonly ScriptCommand[], evaluate: Evaluate): Processes {
  const facts: LocalFact<'process'>[] = []
  const undecided: Gap[] = []
  const filled = namesRead(commands)
  // What many commands are given is looked at once.
  const known = new Map<string, readonly WordOrigin[]>()
  const printed: Printed = (script) => {
    const found = known.get(script) ?? printedBy(script, evaluate)
    known.set(script, found)
    return found
  }
  for (const { command, function: inside, pipedFrom, heredoc } of commands) {
    const asked = textForShell(evaluateAll(command.words, evaluate))
    if (asked === undefined) continue
    const text = asked.words === undefined ? { ...asked, words: inputOf(command, evaluate) } : asked
    const piped = text.words === undefined && heredoc === undefined ? pipedFrom : undefined
    if (text.words === undefined && piped === undefined) continue
    const origins = originsOf(input, text, piped, printed).map((origin) => ofRead(origin, filled))
    const at = placeWithin(input, command, command)
    facts.push({
      at,
      callee: text.shell,
      shell: true,
      arguments: [argumentOf(input, command, text, piped, origins)],
      function: inside,
      via: [],
    })
    if (origins.some(({ form }) => form === 'unknown' || form === 'call') && !origins.some(isOutside))
      undecided.push({
        reason: `runs text at line ${at.line} of which it cannot be told whose it is`,
        kinds: ['process'],
      })
  }
  return { facts, undecided }
}

/** `<<< "$X"` and `< <(curl …)`: what the standard input is, where it is no file. */
function inputOf({ redirects }: SimpleCommand, evaluate: Evaluate): readonly EvaluatedWord[] | undefined {
  const given = redirects.findLast(
    ({ operator, target }) => operator === '<<<' || (operator === '<' && target?.text.startsWith('<(')),
  )?.target
  return given === undefined ? undefined : [evaluate(given)]
}

const isOutside = ({ form }: WordOrigin): boolean => form === 'response' || form === 'stdin'

function originsOf(
  { text: source }: FileInput,
  { words: given }: ShellText,
  piped: Range | undefined,
  printed: Printed,
): readonly WordOrigin[] {
  if (given === undefined) return piped === undefined ? [] : printed(source.slice(piped.start, piped.end))
  return given.flatMap(({ word, origins }) => {
    const substitution = /^<\(([\s\S]*)\)$/.exec(word.text)?.[1]
    return (substitution === undefined ? origins : printed(substitution)).flatMap((origin) => traced(origin, printed))
  })
}

/** What a substitution prints is what the programs in it print. */
function traced(origin: WordOrigin, printed: Printed): readonly WordOrigin[] {
  const inner = /^(?:\$\((?!\()([\s\S]*)\)|`([\s\S]*)`)$/.exec(origin.text)
  return inner === null || (origin.form !== 'call' && origin.form !== 'unknown')
    ? [origin]
    : printed(inner[1] ?? inner[2] ?? '')
}

/** Where the output of commands comes from: of a pipeline, from what stands in any part of it. */
function printedBy(script: string, evaluate: Evaluate): readonly WordOrigin[] {
  const { commands } = readCommands(MappedText.of(script))
  return commands.flatMap((command): readonly WordOrigin[] => {
    const [program, ...parameters] = evaluateAll(command.words, evaluate)
    if (program === undefined) return []
    const name = baseName(program.text)
    const text = command.source.writtenAt(command.start, command.end).slice(0, longestText)
    if (fetching.has(name)) return [{ form: 'response', name, text }]
    if (settling.has(name)) return []
    if (repeating.has(name)) return parameters.flatMap(({ origins }) => origins.flatMap((each) => inOutput(each)))
    return [{ form: 'call', name, text }]
  })
}

const longestText = 200

/** A variable that holds an answer is one; what stands in it is not read a second time. */
function inOutput(origin: WordOrigin): readonly WordOrigin[] {
  const called = /^(?:\$\(|`)\s*([\w./-]+)/.exec(origin.text)?.[1]
  const isAnswer = called !== undefined && fetching.has(baseName(called))
  return [isAnswer ? { ...origin, form: 'response' } : origin]
}

/** Variables that `read` fills, and whether that is from the input of the script itself. */
function namesRead(commands: readonly ScriptCommand[]): ReadonlyMap<string, boolean> {
  const names = new Map<string, boolean>()
  for (const { command, unconditional, pipedFrom } of commands) {
    const [program, ...given] = command.words
    if (program?.text !== 'read' && program?.text !== 'mapfile' && program?.text !== 'readarray') continue
    const own = unconditional && pipedFrom === undefined && command.redirects.length === 0
    for (const { text } of given) if (/^[A-Za-z_]\w*$/.test(text)) names.set(text, own && names.get(text) !== false)
  }
  return names
}

function ofRead(origin: WordOrigin, asked: ReadonlyMap<string, boolean>): WordOrigin {
  const own = origin.form === 'environment' ? asked.get(origin.name ?? '') : undefined
  return own === undefined ? origin : { ...origin, form: own ? 'stdin' : 'unknown' }
}

function argumentOf(
  input: FileInput,
  command: SimpleCommand,
  { words: given }: ShellText,
  piped: Range | undefined,
  origins: readonly WordOrigin[],
): LocalFact<'process'>['arguments'][number] {
  const at =
    piped === undefined
      ? placeWithin(input, command, rangeOf(given ?? []))
      : input.lines.placeOf(piped.start, piped.end)
  const text =
    piped === undefined
      ? (given ?? []).map(({ word }) => word.text).join(' ')
      : input.text.slice(piped.start, piped.end).replace(/\s*\|&?\s*$/, '')
  return {
    at,
    position: 1,
    text: excerpt(text),
    known: origins.length === 0 && piped === undefined,
    origins: originFacts(at, origins),
  }
}

const rangeOf = (given: readonly EvaluatedWord[]): Range => ({
  start: given[0]?.word.start ?? 0,
  end: given.at(-1)?.word.end ?? 0,
})
