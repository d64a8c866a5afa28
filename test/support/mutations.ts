/** Real checklists, broken at random: what a slip of the hand, a paste or a merge leaves behind. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Numbers that are the same in every run with the same seed. */
export function numbersBelow(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * limit)
  }
}

/** The texts of all checklists below the folders. */
export function checklistsBelow(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.checklist'))
      .toSorted()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
}

const pieces = /"""|"[^"\n]*"|\/[^/\n]+\/i?|[\w-]+|\n[ \t]*|[^\s\w]/g

/** What somebody may type or paste that stands in no checklist. */
const strange = [
  ...[
    '"',
    '"""',
    '/',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    ';',
    '==',
    '&&',
    '!',
    "'",
    '\u201c',
    '\u2019',
    '#',
    '//',
    '/*',
    '--',
  ],
  ...[
    '\t',
    '\r',
    '\0',
    '\ufeff',
    '\u00a0',
    '\u{1f600}',
    '0x1',
    '1.',
    '\\',
    '*',
    '**/x',
    'http://a.b',
    '\n',
    '\n\n  ',
    '- ',
  ],
]

/** A few pieces of the text taken away, doubled, swapped, cut, or put in from elsewhere. */
export function mutated(text: string, others: readonly string[], below: (limit: number) => number): string {
  let changed = text
  for (let turns = 1 + below(4); turns > 0; turns--) {
    const found = [...changed.matchAll(pieces)]
    const [one, another] = [found[below(found.length)], found[below(found.length)]]
    if (one === undefined || another === undefined) return changed
    const [start, end] = [one.index, one.index + one[0].length]
    const replaced = (by: string) => changed.slice(0, start) + by + changed.slice(end)
    const other = others[below(others.length)] ?? ''
    const from = below(other.length)
    const ways = [
      () => replaced(''),
      () => replaced(`${one[0]} ${one[0]}`),
      () => replaced(another[0]),
      () => replaced(one[0].slice(1)),
      () => replaced(one[0].toUpperCase()),
      () => replaced(strange[below(strange.length)] ?? ''),
      () => replaced(one[0] + (strange[below(strange.length)] ?? '')),
      () => replaced(other.slice(from, from + below(80))),
      () => changed.slice(0, start),
      () => changed.slice(0, Math.min(start, another.index)) + changed.slice(Math.max(start, another.index)),
    ]
    changed = ways[below(ways.length)]?.() ?? changed
  }
  return changed
}
