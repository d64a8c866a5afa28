/**
 * The commands of a script in the order in which they stand, each with what the structure around it says: where its
 * output goes, whether it always runs, which of several branches it stands in.
 */
import { readCommands } from '../commands/read-commands.ts'
import type { Destination, Redirect, SimpleCommand } from '../commands/simple-command.ts'
import { streamAfter } from '../commands/streams.ts'
import { MappedTextBuilder } from '../mapped-text.ts'
import { childrenOf, type FlatTree, parentOf, typeOf } from '../syntax/flat.ts'

export interface ScriptCommand {
  readonly command: SimpleCommand
  /** Whether it stands in the body of a function, which runs later or never. */
  readonly inFunction: boolean
  /** Whether it runs whenever the script gets there: in no branch and in no loop. */
  readonly unconditional: boolean
  /** Whether it is a substitution within an assignment. */
  readonly assigned: boolean
  readonly branch: Branch | undefined
}

/** One of several alternatives of which at most one runs, within the one around it. */
export interface Branch {
  /** The same for all alternatives of one choice. */
  readonly choice: number
  readonly arm: number
  readonly around: Branch | undefined
  readonly depth: number
}

export interface ScriptStructure {
  readonly commands: readonly ScriptCommand[]
  /** Whether something was left out because it is nested too deeply. */
  readonly cut: boolean
}

interface Context {
  readonly into: Destination
  readonly aside: boolean
  readonly inFunction: boolean
  readonly unconditional: boolean
  readonly assigned: boolean
  readonly branch: Branch | undefined
  /** How many substitutions there are around it. */
  readonly depth: number
}

const top: Context = {
  into: 'stdout',
  aside: false,
  inFunction: false,
  unconditional: true,
  assigned: false,
  branch: undefined,
  depth: 0,
}

/** Substitutions within substitutions: each of them is read as a part of all that are around it. */
const deepestSubstitution = 16
const deepestBranch = 64

const commandTypes = new Set(['command', 'declaration_command', 'unset_command'])

export function structureOf(tree: FlatTree): ScriptStructure {
  const contexts: Context[] = []
  const commands: ScriptCommand[] = []
  let cut = false
  // Where `exec > file` sends the output of all that follows.
  let redirected: Destination = 'stdout'
  for (let node = 0; node < tree.count; node++) {
    const parent = parentOf(tree, node)
    const context = parent < 0 ? top : contextWithin(tree, parent, node, contexts[parent] ?? top)
    contexts.push(context)
    if (!isCommand(tree, node)) continue
    if (context.depth > deepestSubstitution || (context.branch?.depth ?? 0) > deepestBranch) {
      cut = true
      continue
    }
    const into = context.into === 'stdout' ? redirected : context.into
    const read = commandAt(tree, node, into)
    if (read === undefined) continue
    const command = { ...read, aside: context.aside || isInBackground(tree, node) }
    if (isRedirectionOnly(command)) redirected = streamAfter(command.redirects, redirected)
    const { inFunction, unconditional, assigned, branch } = context
    commands.push({ command, inFunction, unconditional, assigned, branch })
  }
  return { commands, cut }
}

/** An assignment that belongs to no command is one without words. */
function isCommand(tree: FlatTree, node: number): boolean {
  const type = typeOf(tree, node)
  return (
    commandTypes.has(type) || (type === 'variable_assignment' && !commandTypes.has(typeOf(tree, parentOf(tree, node))))
  )
}

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
      return { ...context, inFunction: true, unconditional: false }
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
  return { ...context, into: streamAfter(redirectsOf(tree, statement), context.into) }
}

function redirectsOf(tree: FlatTree, statement: number): readonly Redirect[] {
  const text = new MappedTextBuilder()
  // Redirections are read with a command that they belong to.
  text.add(':', tree.starts[statement] ?? 0)
  addRedirects(tree, statement, text)
  return readCommands(text.build(), 'stdout').commands[0]?.redirects ?? []
}

function commandAt(tree: FlatTree, node: number, into: Destination): SimpleCommand | undefined {
  const statement = parentOf(tree, node)
  const text = new MappedTextBuilder()
  const isRedirected = typeOf(tree, statement) === 'redirected_statement' && tree.fields[node] === 'body'
  text.add(tree.text.slice(tree.starts[node], tree.ends[node]), tree.starts[node] ?? 0)
  if (isRedirected) addRedirects(tree, statement, text)
  return readCommands(text.build(), into, Number.POSITIVE_INFINITY).commands[0]
}

function addRedirects(tree: FlatTree, statement: number, text: MappedTextBuilder): void {
  for (const child of childrenOf(tree, statement)) {
    if (typeOf(tree, child) === 'heredoc_redirect') addRedirects(tree, child, text)
    if (typeOf(tree, child) !== 'file_redirect') continue
    const [start, end] = [tree.starts[child] ?? 0, tree.ends[child] ?? 0]
    text.add(' ', Math.max(start - 1, 0))
    text.add(tree.text.slice(start, end), start)
  }
}

/** Whether `&` follows the command, or the statement that it is the beginning of. */
function isInBackground(tree: FlatTree, node: number): boolean {
  const parent = parentOf(tree, node)
  const statement = typeOf(tree, parent) === 'redirected_statement' ? parent : node
  return /^\s*&(?!&)/.test(gapAfter(tree, statement))
}

/** What stands between a node and its next sibling: the operators are no nodes of their own. */
function gapAfter(tree: FlatTree, node: number): string {
  const parent = parentOf(tree, node)
  const next = tree.nexts[node] ?? tree.count
  const isLast = parent < 0 || next >= (tree.nexts[parent] ?? 0)
  const end = isLast ? tree.ends[Math.max(parent, 0)] : tree.starts[next]
  return tree.text.slice(tree.ends[node], Math.min(end ?? tree.text.length, (tree.ends[node] ?? 0) + longestGap))
}

function gapBefore(tree: FlatTree, node: number): string {
  let before = tree.starts[parentOf(tree, node)] ?? 0
  for (const sibling of childrenOf(tree, parentOf(tree, node))) {
    if (sibling === node) break
    before = tree.ends[sibling] ?? before
  }
  return tree.text.slice(Math.max(before, (tree.starts[node] ?? 0) - longestGap), tree.starts[node])
}

const longestGap = 200
