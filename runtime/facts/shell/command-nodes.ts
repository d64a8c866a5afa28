/** Commands as the syntax tree has them, with the redirections and the signs around them that belong to no node. */
import { readCommands } from '../commands/read-commands.ts'
import type { Destination, SimpleCommand } from '../commands/simple-command.ts'
import { MappedTextBuilder } from '../mapped-text.ts'
import { childrenOf, type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Heredoc } from './structure.ts'

export const commandTypes: ReadonlySet<string> = new Set(['command', 'declaration_command', 'unset_command'])

/** An assignment that belongs to no command is one without words. */
export function isCommand(tree: FlatTree, node: number): boolean {
  const type = typeOf(tree, node)
  return (
    commandTypes.has(type) || (type === 'variable_assignment' && !commandTypes.has(typeOf(tree, parentOf(tree, node))))
  )
}

/** A loop, a group or a definition that is redirected as a whole. */
export function isRedirectedCompound(tree: FlatTree, node: number): boolean {
  if (typeOf(tree, node) !== 'redirected_statement') return false
  const body = fieldOf(tree, node, 'body')
  return body !== undefined && !commandTypes.has(typeOf(tree, body))
}

/** The redirections of a statement, as those of a command that does nothing. */
export function redirectsAlone(tree: FlatTree, statement: number): SimpleCommand | undefined {
  const text = new MappedTextBuilder()
  // Redirections are read with a command that they belong to.
  text.add(':', tree.starts[statement] ?? 0)
  addRedirects(tree, statement, text)
  return readCommands(text.build(), 'stdout').commands[0]
}

export function heredocAt(tree: FlatTree, node: number): Heredoc | undefined {
  const statement = parentOf(tree, node)
  if (typeOf(tree, statement) !== 'redirected_statement' || tree.fields[node] !== 'body') return undefined
  const redirect = [...childrenOf(tree, statement)].find((child) => typeOf(tree, child) === 'heredoc_redirect')
  if (redirect === undefined) return undefined
  const parts = [...childrenOf(tree, redirect)]
  const body = parts.find((child) => typeOf(tree, child) === 'heredoc_body')
  const word = parts.find((child) => typeOf(tree, child) === 'heredoc_start')
  if (body === undefined || word === undefined) return undefined
  return { start: tree.starts[body] ?? 0, end: tree.ends[body] ?? 0, quoted: /["'\\]/.test(textOf(tree, word)) }
}

export function commandAt(tree: FlatTree, node: number, into: Destination): SimpleCommand | undefined {
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
export function isInBackground(tree: FlatTree, node: number): boolean {
  const parent = parentOf(tree, node)
  const statement = typeOf(tree, parent) === 'redirected_statement' ? parent : node
  return /^\s*&(?!&)/.test(gapAfter(tree, statement))
}

/** What stands between a node and its next sibling: the operators are no nodes of their own. */
export function gapAfter(tree: FlatTree, node: number): string {
  const parent = parentOf(tree, node)
  const next = tree.nexts[node] ?? tree.count
  const isLast = parent < 0 || next >= (tree.nexts[parent] ?? 0)
  const end = isLast ? tree.ends[Math.max(parent, 0)] : tree.starts[next]
  return tree.text.slice(tree.ends[node], Math.min(end ?? tree.text.length, (tree.ends[node] ?? 0) + longestGap))
}

export function gapBefore(tree: FlatTree, node: number): string {
  let before = tree.starts[parentOf(tree, node)] ?? 0
  for (const sibling of childrenOf(tree, parentOf(tree, node))) {
    if (sibling === node) break
    before = tree.ends[sibling] ?? before
  }
  return tree.text.slice(Math.max(before, (tree.starts[node] ?? 0) - longestGap), tree.starts[node])
}

const longestGap = 200
