/**
 * The commands of a script in the order in which they stand, each with what the structure around it says: where its
 * output goes, whether it always runs, which of several branches it stands in.
 */
import type { Destination, SimpleCommand } from '../commands/simple-command.ts'
import { streamAfter } from '../commands/streams.ts'
import { childrenOf, type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import {
  commandAt,
  commandTypes,
  gapAfter,
  gapBefore,
  heredocAt,
  isCommand,
  isInBackground,
  isRedirectedCompound,
  redirectsAlone,
} from './command-nodes.ts'

export interface ScriptCommand {
  readonly command: SimpleCommand
  /** The index of the function whose body it stands in; 0 is the script itself. */
  readonly function: number
  /** The shell that runs it: the script's own, or a copy that a subshell, a pipeline or a substitution starts. */
  readonly shell: ShellProcess
  /** Whether it runs whenever the script, or its function, gets there: in no branch and in no loop. */
  readonly unconditional: boolean
  /** Whether it is a substitution within an assignment. */
  readonly assigned: boolean
  readonly branch: Branch | undefined
  /** What it is given as a here-document, where there is one. */
  readonly heredoc: Heredoc | undefined
  /** The parts of its pipeline that stand before it. */
  readonly pipedFrom: Range | undefined
}

export interface Range {
  readonly start: number
  readonly end: number
}

/** Offsets of the body; where the word that ends it is quoted, what looks like an expansion is none. */
export interface Heredoc {
  readonly start: number
  readonly end: number
  readonly quoted: boolean
}

/** One of several alternatives of which at most one runs, within the one around it. */
export interface Branch {
  /** The same for all alternatives of one choice. */
  readonly choice: number
  readonly arm: number
  readonly around: Branch | undefined
  readonly depth: number
}

/** What is set in a copy of the shell is lost with it, and holds in the copies that it starts itself. */
export interface ShellProcess {
  readonly around: ShellProcess | undefined
}

/** A function of the script; the first one of a list is the script itself, without a name. */
export interface ShellFunction {
  readonly name: string
  readonly start: number
  readonly end: number
}

export interface ScriptStructure {
  readonly commands: readonly ScriptCommand[]
  /** The redirections of loops, groups and the like, each as one of a command that does nothing. */
  readonly compounds: readonly ScriptCommand[]
  readonly functions: readonly ShellFunction[]
  /** Whether something was left out because it is nested too deeply. */
  readonly cut: boolean
}

interface Context {
  readonly into: Destination
  readonly aside: boolean
  readonly function: number
  readonly shell: ShellProcess
  readonly unconditional: boolean
  readonly assigned: boolean
  readonly branch: Branch | undefined
  /** How many substitutions there are around it. */
  readonly depth: number
}

const top: Context = {
  into: 'stdout',
  aside: false,
  function: 0,
  shell: { around: undefined },
  unconditional: true,
  assigned: false,
  branch: undefined,
  depth: 0,
}

/** Substitutions within substitutions: each of them is read as a part of all that are around it. */
const deepestSubstitution = 16
const deepestBranch = 64

export function structureOf(tree: FlatTree): ScriptStructure {
  const contexts: Context[] = []
  const commands: ScriptCommand[] = []
  const compounds: ScriptCommand[] = []
  const functions: ShellFunction[] = [{ name: '', start: 0, end: 0 }]
  /** By the node of its definition, the index of a function; by the node that starts it, a copy of the shell. */
  const indexes = new Map<number, number>()
  const copies = new Map<number, ShellProcess>()
  let cut = false
  // Where `exec > file` sends the output of all that follows.
  let redirected: Destination = 'stdout'
  for (let node = 0; node < tree.count; node++) {
    const parent = parentOf(tree, node)
    const context = parent < 0 ? top : within(parent, node)
    contexts.push(context)
    if (typeOf(tree, node) === 'function_definition') defineFunction(node)
    if (isRedirectedCompound(tree, node)) {
      const command = redirectsAlone(tree, node)
      if (command !== undefined)
        compounds.push({ command, ...around(context), heredoc: undefined, pipedFrom: undefined })
    }
    if (!isCommand(tree, node)) continue
    if (context.depth > deepestSubstitution || (context.branch?.depth ?? 0) > deepestBranch) {
      cut = true
      continue
    }
    const into = context.into === 'stdout' ? redirected : context.into
    const read = commandAt(tree, node, into)
    if (read === undefined) continue
    const command = { ...read, aside: context.aside || isInBackground(tree, node) }
    if (isRedirectionOnly(command) && context.shell === top.shell)
      redirected = streamAfter(command.redirects, redirected)
    commands.push({ command, ...around(context), heredoc: heredocAt(tree, node), pipedFrom: pipedFrom(tree, node) })
  }
  return { commands, compounds, functions, cut }

  function within(parent: number, node: number): Context {
    const outer = contexts[parent] ?? top
    const context = contextWithin(tree, parent, node, outer)
    const inside = indexes.get(parent) ?? context.function
    if (!startsCopy(tree, parent)) return inside === context.function ? context : { ...context, function: inside }
    // Each part of a pipeline has a copy of its own.
    const copied = typeOf(tree, parent) === 'pipeline' ? node : parent
    const shell = copies.get(copied) ?? { around: outer.shell }
    copies.set(copied, shell)
    return { ...context, function: inside, shell }
  }

  function defineFunction(node: number): void {
    const name = fieldOf(tree, node, 'name')
    if (name === undefined) return
    indexes.set(node, functions.length)
    functions.push({ name: textOf(tree, name), start: tree.starts[name] ?? 0, end: tree.ends[name] ?? 0 })
  }
}

function pipedFrom(tree: FlatTree, node: number): Range | undefined {
  const outer = parentOf(tree, node)
  const part = typeOf(tree, outer) === 'redirected_statement' ? outer : node
  const pipeline = parentOf(tree, part)
  const start = tree.starts[pipeline] ?? 0
  const end = tree.starts[part] ?? 0
  return typeOf(tree, pipeline) === 'pipeline' && start < end ? { start, end } : undefined
}

function around({ function: inside, shell, unconditional, assigned, branch }: Context) {
  return { function: inside, shell, unconditional, assigned, branch }
}

const startsCopy = (tree: FlatTree, node: number): boolean =>
  /^(subshell|pipeline|command_substitution|process_substitution)$/.test(typeOf(tree, node))

const isRedirectionOnly = ({ words, redirects }: SimpleCommand): boolean =>
  words.length === 1 && words[0]?.text === 'exec' && redirects.length > 0

/** What a node says about its child, added to what is said about itself. */
function contextWithin(tree: FlatTree, parent: number, child: number, context: Context): Context {
  switch (typeOf(tree, parent)) {
    case 'pipeline':
      return { ...context, aside: true, into: tree.nexts[child] === tree.nexts[parent] ? context.into : 'none' }
    case 'subshell':
      return { ...context, aside: true }
    case 'command_substitution':
    case 'process_substitution':
      return { ...context, aside: true, into: 'none', depth: context.depth + 1 }
    case 'variable_assignment':
      return { ...context, assigned: true }
    case 'redirected_statement':
      return redirectedContext(tree, parent, child, context)
    case 'function_definition':
      return {
        ...context,
        into: streamAfter(redirectsAlone(tree, parent)?.redirects ?? [], 'stdout'),
        unconditional: true,
        branch: undefined,
      }
    case 'if_statement': {
      if (tree.fields[child] === 'condition') return { ...context, unconditional: false }
      const arm = /^(elif|else)_clause$/.test(typeOf(tree, child)) ? child : 0
      return { ...context, unconditional: false, branch: branchOf(parent, arm, context) }
    }
    case 'case_statement':
      return { ...context, unconditional: false, branch: branchOf(parent, child, context) }
    case 'while_statement':
    case 'for_statement':
    case 'c_style_for_statement':
      return { ...context, unconditional: false }
    case 'list':
      return listContext(tree, parent, child, context)
    default:
      return context
  }
}

const branchOf = (choice: number, arm: number, { branch }: Context): Branch => ({
  choice,
  arm,
  around: branch,
  depth: (branch?.depth ?? 0) + 1,
})

/** Of `a || b`, one does what is wanted; what follows `&&` runs only sometimes. */
function listContext(tree: FlatTree, list: number, child: number, context: Context): Context {
  const [first] = childrenOf(tree, list)
  const isFirst = child === first
  const between = isFirst ? gapAfter(tree, child) : gapBefore(tree, child)
  const unconditional = context.unconditional && isFirst
  if (!between.includes('||')) return { ...context, unconditional }
  return { ...context, unconditional, branch: branchOf(list, isFirst ? 0 : 1, context) }
}

/** A compound statement is redirected as a whole; a single command keeps its redirections itself. */
function redirectedContext(tree: FlatTree, statement: number, child: number, context: Context): Context {
  if (tree.fields[child] !== 'body') return context
  // After `cat <<EOF | grep x` the tree has the rest of the pipeline within the here-document.
  const isPiped = [...childrenOf(tree, statement)].some(
    (each) =>
      typeOf(tree, each) === 'heredoc_redirect' &&
      [...childrenOf(tree, each)].some((within) => typeOf(tree, within) === 'pipeline'),
  )
  if (isPiped) return { ...context, aside: true, into: 'none' }
  if (commandTypes.has(typeOf(tree, child))) return context
  return { ...context, into: streamAfter(redirectsAlone(tree, statement)?.redirects ?? [], context.into) }
}
