/**
 * Values that a script takes from the first of several sources that has one, in order of priority.
 *
 *     if [ -r "$D/key" ]; then KEY=$(<"$D/key"); elif [ -r .secrets ]; then . .secrets; fi     branches, the first one first
 *     [ -n "$KEY" ] || KEY=$(cat .secrets)      KEY=${KEY:-$OTHER}                             only where there is none yet
 *     KEY=$OTHER; [ -r .secrets ] && KEY=$(cat .secrets)                                       over what was there
 *     key() { [ -r .secrets ] && { cat .secrets; return; }; printf %s "$OTHER"; }              what a function prints first
 *
 * A file that is read in with `.` sets variables that nobody names: they are kept under the name of none.
 */
import { originFacts, placeWithin } from '../commands/arguments.ts'
import type { Evaluate } from '../commands/evaluate.ts'
import type { Assignment, SimpleCommand } from '../commands/simple-command.ts'
import { namesCredential } from '../credential-names.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import { type FlatTree, fieldOf, textOf } from '../syntax/flat.ts'
import { assignmentsOf } from './assignments.ts'
import { type Source, SourceReader, soundsSecret } from './sources.ts'
import type { Branch, ScriptCommand, ScriptStructure } from './structure.ts'

type Fallback = LocalFact<'fallback'>

/** Longer chains than people write. */
const most = 16

/** What gives a variable its value, the first source first; `command` is the last one that has a part in it. */
interface Chain {
  readonly sources: readonly Source[]
  readonly command: SimpleCommand
  readonly function: number
  /** What it held before the choice between several branches, and the choice. */
  readonly before: readonly Source[]
  readonly branches: readonly Source[]
  readonly choice: number | undefined
}

/** What the file sets that is read in with `.`. */
const ofNoName = ''

export function fallbackFacts(
  input: FileInput,
  tree: FlatTree,
  structure: ScriptStructure,
  evaluate: Evaluate,
): readonly Fallback[] {
  if (!namesCredential(input.text) && !/CREDENTIALS_DIRECTORY|_KEY\b/.test(input.text)) return []
  const walk = new Walk(tree, structure, evaluate)
  for (const command of structure.commands) walk.visit(command)
  return walk.chains().flatMap(({ target, form, chain }): readonly Fallback[] => {
    const { sources, command } = chain
    if (sources.length < 2) return []
    const at = placeWithin(input, command, command)
    const positioned = sources.flatMap(({ origins, purpose }, index) =>
      originFacts(at, origins).map((origin) => ({
        ...origin,
        position: index + 1,
        ...(purpose === undefined ? {} : { purpose }),
      })),
    )
    return [{ at, target, sources: positioned, form, function: chain.function }]
  })
}

interface NamedChain {
  readonly target: string
  readonly form: Fallback['form']
  readonly chain: Chain
}

class Walk {
  readonly #tree: FlatTree
  readonly #structure: ScriptStructure
  readonly #reader: SourceReader
  /** By the name of a variable. */
  readonly #variables = new Map<string, Chain>()
  /** By the name of a function, what it prints. */
  readonly #printed = new Map<string, Chain>()
  /** The functions in which a branch ends early: what follows is for want of it. */
  readonly #left = new Set<number>()
  /** The arm of each choice in which a file was read in last. */
  readonly #arms = new Map<number, number>()
  #asksEnvironment = false

  constructor(tree: FlatTree, structure: ScriptStructure, evaluate: Evaluate) {
    this.#tree = tree
    this.#structure = structure
    this.#reader = new SourceReader(evaluate, (name) => this.#variables.get(name) ?? this.#printed.get(name))
  }

  visit(each: ScriptCommand): void {
    const { command } = each
    const assignments = assignmentsOf(command)
    for (const assignment of assignments) this.#assign(each, assignment)
    const [program, ...operands] = command.words
    const name = program?.text ?? ''
    if (name === '.' || name === 'source') this.#add(ofNoName, each, this.#reader.readFrom(operands.slice(0, 1), true))
    else if (name === 'return') this.#left.add(each.function)
    else if (name === 'read') this.#read(each)
    else if (each.function > 0 && command.into === 'stdout' && assignments.length === 0) this.#print(each)
    this.#asksEnvironment ||= [...command.words, ...assignments.flatMap(({ value }) => value ?? [])].some((word) =>
      this.#reader.asksForCredential(word),
    )
  }

  chains(): readonly NamedChain[] {
    const read = this.#variables.get(ofNoName)
    const variables = [...this.#variables].filter(([name]) => name !== ofNoName)
    return [
      ...variables.map(([target, chain]): NamedChain => ({ target, form: 'or', chain })),
      ...[...this.#printed].map(([target, chain]): NamedChain => ({ target, form: 'early return', chain })),
      ...(read === undefined || !this.#asksEnvironment
        ? []
        : [{ target: '.', form: 'or', chain: { ...read, sources: joined(read.sources, [environment]) } } as const]),
    ]
  }

  /** A file that was read in just before, in the same branch, is where a variable has its value from. */
  #assign(each: ScriptCommand, { name, value }: Assignment): void {
    if (value === undefined) return
    const read = this.#variables.get(ofNoName)
    const isFromRead = read !== undefined && read.choice !== undefined && isSameArm(each.branch, read, this.#arms)
    const own = this.#reader.of(value, name, isFromRead ? read.branches.at(-1) : undefined)
    if (own.length > 0) this.#add(name, each, own)
  }

  /** `read -r KEY < file` */
  #read(each: ScriptCommand): void {
    const { command } = each
    const files = command.redirects.flatMap(({ operator, target }) => (operator === '<' ? (target ?? []) : []))
    const name = command.words.findLast(({ text }) => /^[A-Za-z_]\w*$/.test(text))?.text
    if (name === undefined || files.length === 0) return
    this.#add(name, each, this.#reader.readFrom(files, soundsSecret.test(name)))
  }

  #print({ command, function: inside, pipedFrom }: ScriptCommand): void {
    const name = this.#structure.functions[inside]?.name ?? ''
    const own =
      pipedFrom === undefined
        ? this.#reader.printedBy(command, name)
        : this.#reader.ofScript(this.#tree.text.slice(pipedFrom.start, pipedFrom.end), name)
    if (own.length === 0) return
    const before = this.#printed.get(name)?.sources ?? []
    const sources = joined(before, own)
    this.#printed.set(name, { sources, command, function: inside, before, branches: own, choice: undefined })
  }

  #add(name: string, each: ScriptCommand, own: readonly Source[]): void {
    if (own.length === 0) return
    const { command, function: inside, unconditional, branch } = each
    const choice = outermost(branch)
    const last = this.#variables.get(name)
    const held = last?.sources ?? []
    const isNext = choice !== undefined && last?.choice === choice
    const before = isNext ? last.before : held
    const branches = isNext ? joined(last.branches, own) : own
    const isForWant = name !== ofNoName && this.#asksForWant(name, each)
    const isRest = isForWant || this.#left.has(inside)
    const isWhole = unconditional && !isForWant && !this.#left.has(inside)
    const sources = isWhole ? own : isRest ? joined(held, own) : joined(branches, before)
    if (name === ofNoName && branch !== undefined) this.#arms.set(branch.choice, branch.arm)
    this.#variables.set(name, { sources, command, function: inside, before, branches, choice })
  }

  /** Whether what stands around an assignment asks whether the variable is empty. */
  #asksForWant(name: string, { command, branch }: ScriptCommand): boolean {
    const empty = new RegExp(
      `-z\\s+"?\\$\\{?${name}\\b|!\\s+-n\\s+"?\\$\\{?${name}\\b|"?\\$\\{?${name}\\b[^"]{0,8}"?\\s+={1,2}\\s+""`,
    )
    const filled = new RegExp(`(?:-n\\s+)?"?\\$\\{?${name}\\b[^\\]\\n]{0,20}\\]{1,2}\\s*\\|\\|`)
    const start = command.source.originOf(command.start)
    const line =
      this.#tree.text
        .slice(Math.max(0, start - longestTest), start)
        .split('\n')
        .at(-1) ?? ''
    if (empty.test(line) || filled.test(line)) return true
    for (let around = branch; around !== undefined; around = around.around) {
      const condition = fieldOf(this.#tree, around.choice, 'condition')
      if (condition !== undefined && empty.test(textOf(this.#tree, condition).slice(0, longestTest))) return true
    }
    return false
  }
}

/** In UTF-16 units; tests are shorter. */
const longestTest = 300

const environment: Source = { origins: [{ form: 'environment', text: 'the environment' }] }

const joined = (first: readonly Source[], then: readonly Source[]): readonly Source[] =>
  [...first, ...then].slice(0, most)

function outermost(branch: Branch | undefined): number | undefined {
  let around = branch
  while (around?.around !== undefined) around = around.around
  return around?.choice
}

const isSameArm = (branch: Branch | undefined, { choice }: Chain, arms: ReadonlyMap<number, number>): boolean =>
  branch !== undefined && outermost(branch) === choice && arms.get(branch.choice) === branch.arm
