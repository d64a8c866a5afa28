/** Generated quantifiers: over the elements of a list, over a kind, over a derived kind, over paths. */
import { type KindName, kinds } from '../../../compiler/index.ts'
import { type Context, condition, type Said } from './conditions.ts'
import { type Piece, part } from './pieces.ts'
import { isReference, listsOf, type Named, pathsOf, refersTo, scopeFor } from './subjects.ts'
import { probes, written } from './vocabulary.ts'

/** What a quantifier ranges over, as it is written, with the name that it brings. */
export interface Range {
  readonly piece: Piece
  readonly named: Named
  /** What a join should ask, to bind it to the subjects around. */
  readonly binding: Piece | undefined
}

const words = ['some', 'no', 'at least', 'at most', 'exactly', 'every'] as const

export function quantified(context: Context): Said {
  const { random } = context
  const range = rangeFor(context)
  const inside = { ...context, subjects: [...context.subjects, range.named], depth: context.depth - 1 }
  const word = random.pick(words)
  if (word === 'every') {
    const where = whereFor(inside, range, 0.5)
    const must = condition(inside)
    const pieces = ['every ', range.piece, where.piece, ' must ', part(['(', must.piece, ')'], [must.piece])]
    // Where it does not hold, one of its subjects is there that meets `where` and not `must`.
    return { piece: part(pieces), ifHolds: [], ifNot: [range.named, ...where.ifHolds, ...must.ifNot] }
  }
  const where = whereFor(inside, range, 0.85)
  const found = [range.named, ...where.ifHolds]
  const count = word === 'at least' ? 1 + random.below(2) : random.below(3)
  const counted = word === 'some' || word === 'no' ? word : `${word} ${count}`
  const piece = part([counted, ' ', range.piece, where.piece], where.piece === '' ? [] : [part(['some ', range.piece])])
  switch (word) {
    case 'some':
      return { piece, ifHolds: found, ifNot: [] }
    case 'no':
    case 'at most':
      return { piece, ifHolds: [], ifNot: found }
    case 'at least':
    case 'exactly':
      return { piece, ifHolds: count > 0 ? found : [], ifNot: [] }
  }
}

/** ` where …`, or nothing. */
export function whereFor(inside: Context, { binding }: Range, often: number): Said {
  const { random } = inside
  const asked = random.chance(often) ? condition(inside) : undefined
  if (binding === undefined) {
    return asked === undefined
      ? { piece: '', ifHolds: [], ifNot: [] }
      : { ...asked, piece: part([' where ', asked.piece], ['']) }
  }
  if (asked === undefined) return { piece: part([' where ', binding], ['']), ifHolds: [], ifNot: [] }
  const both = part([binding, ' and ', part(['(', asked.piece, ')'], [asked.piece])], [binding, asked.piece])
  return { piece: part([' where ', both], ['']), ifHolds: asked.ifHolds, ifNot: [] }
}

export function rangeFor(context: Context): Range {
  const { random, subjects } = context
  const inner = subjects.at(-1)
  const lists = inner === undefined ? [] : listsOf(inner.is)
  if (lists.length > 0 && random.chance(0.65)) {
    const { singular, is } = random.pick(lists)
    return nameIt(context, singular, '', is, undefined)
  }
  if (random.chance(0.04)) {
    const list = random.chance(0.2) ? 'words' : `[${random.some(probes, 0.6).map(written).join(', ')}]`
    return nameIt(context, 'path', ` among ${list}`, { kind: 'fact', of: 'path' }, undefined)
  }
  const derived = random.chance(0.25) && context.derived.length > 0 ? random.pick(context.derived) : undefined
  const of = derived === undefined ? random.pick(context.kinds) : (derived.is as { readonly of: KindName }).of
  // In a sentence about something that has a list of this name, the list would be meant.
  const isHidden = derived === undefined && lists.some(({ singular }) => singular === of)
  const scope = scopeFor(random, of) || (isHidden ? ' anywhere' : '')
  return nameIt(context, derived?.name ?? of, scope, { kind: 'fact', of }, inner)
}

function nameIt(
  { random, subjects, given }: Context,
  word: string,
  after: string,
  is: Named['is'],
  bound: Named | undefined,
): Range {
  const isFree = !given.has(word)
  const name = isFree && random.chance(0.6) ? word : fresh(word, given)
  given.add(name)
  const named = { name, is }
  const as = name === word ? '' : ` as ${name}`
  const binding = bound === undefined || random.chance(0.1) ? undefined : bindingOf(random, named, subjects)
  return { piece: word === 'path' ? `path${after}${as}` : part([word, as, part([after], [''])]), named, binding }
}

function fresh(word: string, given: ReadonlySet<string>): string {
  for (let turn = 2; ; turn++) if (!given.has(`${word}_${turn}`)) return `${word}_${turn}`
}

/** An equality with one of the subjects around: by a reference, or by a field. */
function bindingOf(random: Context['random'], inner: Named, around: readonly Named[]): Piece | undefined {
  const own = pathsOf(inner.is, 1)
  const pairs = around.flatMap(({ name, is }) => {
    const theirs = pathsOf(is, 1)
    return own.flatMap((left) => {
      const isSelf = is.kind === 'fact' && refersTo(left, is.of)
      const fitting = theirs.filter((right) =>
        isReference(left)
          ? isReference(right) && refersTo(right, (left.field.type as { readonly to: string }).to)
          : left.field.type.kind === right.field.type.kind && left.field.type.kind !== 'boolean',
      )
      return [...(isSelf ? [name] : []), ...fitting.map((right) => `${name}.${right.written}`)].map((right) => ({
        text: `${left.written} is ${right}`,
        isReference: isReference(left),
      }))
    })
  })
  const references = pairs.filter((pair) => pair.isReference && !pair.text.startsWith('file '))
  if (references.length > 0 && random.chance(0.5)) return random.pick(references).text
  return pairs.length === 0 ? undefined : random.pick(pairs).text
}

/** The kinds of a checklist, with those that they refer to or hold. */
export const someKinds = (random: Context['random']): readonly KindName[] => {
  const all = Object.keys(kinds) as KindName[]
  const rich: readonly KindName[] = [
    'call',
    'output',
    'command',
    'url',
    'file_write',
    'access',
    'assignment',
    'element',
  ]
  const first = random.pick(random.chance(0.5) ? rich : all)
  return [...new Set([first, random.pick(rich), random.pick(all)])].filter((kind) => kind !== 'path')
}
