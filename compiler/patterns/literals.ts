/**
 * Patterns that say no more than that a text is one of some, or begins or ends with one: `^(get|post)$`, `^/tmp/`,
 * `^(?s:.*\.key)$`. Nothing has to be gone through for them.
 */
import { everything } from './code-points.ts'
import type { Node } from './syntax.ts'

export interface Literals {
  readonly at: 'whole' | 'start' | 'end'
  readonly texts: readonly string[]
}

/** More are told apart sooner by a table. */
const mostTexts = 32

export function literalsOf(tree: Node): Literals | undefined {
  const parts = flat(tree)
  const opened = parts[0]?.kind === 'assert' && parts[0].what === 'begin text'
  const closed = parts.at(-1)?.kind === 'assert' && (parts.at(-1) as { what: string }).what === 'end text'
  const inner = parts.slice(opened ? 1 : 0, closed ? -1 : undefined)
  const [before, after] = [inner.length > 0 && isAnything(inner[0]), inner.length > 1 && isAnything(inner.at(-1))]
  const texts = textsOf(inner.slice(before ? 1 : 0, after ? -1 : undefined))
  if (texts === undefined || texts.length === 0) return undefined
  const [fromStart, toEnd] = [opened && !before, closed && !after]
  if (fromStart && toEnd) return { at: 'whole', texts }
  if (fromStart) return { at: 'start', texts }
  return toEnd ? { at: 'end', texts } : undefined
}

const flat = (node: Node): readonly Node[] => (node.kind === 'concat' ? node.nodes.flatMap(flat) : [node])

const isAnything = (node: Node | undefined): boolean =>
  node?.kind === 'repeat' &&
  node.min === 0 &&
  node.max === Number.POSITIVE_INFINITY &&
  node.node.kind === 'set' &&
  JSON.stringify(node.node.set) === JSON.stringify(everything)

/** All texts that a sequence stands for, if they are few. */
function textsOf(nodes: readonly Node[]): readonly string[] | undefined {
  let texts: readonly string[] = ['']
  for (const node of nodes) {
    const own = textsOfNode(node)
    if (own === undefined || own.length * texts.length > mostTexts) return undefined
    texts = texts.flatMap((before) => own.map((text) => before + text))
  }
  return [...new Set(texts)]
}

function textsOfNode(node: Node): readonly string[] | undefined {
  switch (node.kind) {
    case 'empty':
      return ['']
    case 'set': {
      const points = node.set.flatMap(([low, high]) => (low === high ? [low] : [low, -1]))
      return points.length > 0 && points.length <= 2 && !points.includes(-1)
        ? points.map((point) => String.fromCodePoint(point))
        : undefined
    }
    case 'concat':
      return textsOf(node.nodes)
    case 'alternate': {
      const each = node.nodes.map((inner) => textsOf(flat(inner)))
      return each.every((texts) => texts !== undefined) ? each.flat() : undefined
    }
    default:
      return undefined
  }
}
