/** The options that a program tells `argparse` of. */
import { childrenOf, type FlatTree, fieldOf, textOf, typeOf } from '../syntax/flat.ts'
import type { PythonSource } from './source.ts'
import { literalText } from './string-literals.ts'

const known = new WeakMap<FlatTree, ReadonlyMap<string, number>>()

/** What an option holds that nobody gives, by the name of the attribute: `add_argument("--state-file", default=path)`. */
export function defaultOfOption(source: PythonSource, attribute: string): number | undefined {
  const defaults = known.get(source.tree) ?? defaultsIn(source)
  known.set(source.tree, defaults)
  return defaults.get(attribute)
}

/** An option that is told of twice is that of two commands, and has no one default. */
function defaultsIn(source: PythonSource): ReadonlyMap<string, number> {
  const { tree, uses } = source
  const defaults = new Map<string, number>()
  const told = new Set<string>()
  for (const call of uses.callsOf('add_argument')) {
    const list = fieldOf(tree, call, 'arguments')
    if (list === undefined) continue
    const keywords = new Map<string, number>()
    const flags: string[] = []
    for (const child of childrenOf(tree, list)) {
      const [name, value] = [fieldOf(tree, child, 'name'), fieldOf(tree, child, 'value')]
      if (name !== undefined && value !== undefined) keywords.set(textOf(tree, name), value)
      else if (typeOf(tree, child) === 'string') flags.push(literalText(tree, child).value)
    }
    const attribute = attributeOf(source, flags, keywords.get('dest'))
    const standard = keywords.get('default')
    if (attribute !== undefined && told.has(attribute)) defaults.delete(attribute)
    else if (attribute !== undefined && standard !== undefined) defaults.set(attribute, standard)
    if (attribute !== undefined) told.add(attribute)
  }
  return defaults
}

/** By `dest`, else by the first long option, else by the first name. */
function attributeOf({ tree }: PythonSource, flags: readonly string[], dest: number | undefined): string | undefined {
  if (dest !== undefined) return typeOf(tree, dest) === 'string' ? literalText(tree, dest).value : undefined
  const named = flags.find((flag) => flag.startsWith('--')) ?? flags[0]
  return named?.replace(/^-+/, '').replaceAll('-', '_')
}
