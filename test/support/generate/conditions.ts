/** Generated conditions, by the types of what they are said of. */
import type { Field, KindName } from '../../../compiler/index.ts'
import { type Piece, part } from './pieces.ts'
import { quantified } from './quantifiers.ts'
import type { Random } from './random.ts'
import { isReference, type Named, type Path, pathsOf, refersTo } from './subjects.ts'
import { globs, isFormed, literals, numbers, patterns, texts, valueFor, written } from './vocabulary.ts'

/** What a sentence may use, and where in it a condition stands. */
export interface Context {
  readonly random: Random
  /** The kinds that the checklist speaks of: few, so that facts of each are there. */
  readonly kinds: readonly KindName[]
  readonly predicates: readonly Named[]
  readonly derived: readonly Named[]
  /** The subjects around, the innermost last. */
  readonly subjects: readonly Named[]
  /** Names that the sentence has given. */
  readonly given: Set<string>
  /** How many quantifiers may still be nested. */
  readonly depth: number
}

/** A condition, and the nested subjects that are there whenever it holds, or whenever it does not. */
export interface Said {
  readonly piece: Piece
  readonly ifHolds: readonly Named[]
  readonly ifNot: readonly Named[]
}

const plain = (piece: Piece): Said => ({ piece, ifHolds: [], ifNot: [] })

export function condition(context: Context): Said {
  const { random, depth } = context
  if (depth > 0 && random.chance(0.45)) return quantified(context)
  if (random.chance(0.3)) return combined(context)
  return comparison(context)
}

/** Something that stands between other conditions: what could be read on is put into parentheses. */
const enclosed = ({ piece }: Said): Piece => part(['(', piece, ')'], [piece])

function combined(context: Context): Said {
  const { random } = context
  const word = random.pick(['and', 'and', 'or', 'not'])
  if (word === 'not') {
    const said = condition(context)
    return { piece: part(['not ', enclosed(said)], [said.piece]), ifHolds: said.ifNot, ifNot: said.ifHolds }
  }
  const operands = Array.from({ length: 2 + random.below(2) }, () => condition(context))
  const pieces = operands.flatMap((said, index) => (index === 0 ? [enclosed(said)] : [` ${word} `, enclosed(said)]))
  const piece = part(
    pieces,
    operands.map(({ piece }) => piece),
  )
  const those = (which: 'ifHolds' | 'ifNot') => operands.flatMap((said) => said[which])
  return { piece, ifHolds: word === 'and' ? those('ifHolds') : [], ifNot: word === 'or' ? those('ifNot') : [] }
}

export function comparison(context: Context): Said {
  const { random, subjects } = context
  const inner = subjects.at(-1) as Named
  const subject = random.chance(0.8) ? inner : random.pick(subjects)
  const named = random.chance(0.1) ? predicate(context, subject, subject === inner) : undefined
  if (named !== undefined) return plain(named)
  if (subject.is.kind === 'text') {
    const type = { kind: 'text', like: subject.is.like } as const
    return plain(ofValue(context, subject.name, { type, optional: false, about: '' }))
  }
  const path = pathFor(random, pathsOf(subject.is, random.below(3)))
  const left = subject === inner && random.chance(0.8) ? path.written : `${subject.name}.${path.written}`
  return plain(isReference(path) ? sameness(context, left, path, subject) : ofValue(context, left, path.field))
}

/** Literals of any type, and words that may be missing, are rare in the schema and compare in many ways. */
function pathFor(random: Random, paths: readonly Path[]): Path {
  const ofAnyType = paths.filter(({ field }) => field.type.kind === 'literal')
  if (ofAnyType.length > 0 && random.chance(0.3)) return random.pick(ofAnyType)
  const words = paths.filter(({ field }) => field.type.kind === 'choice' && field.optional)
  return random.pick(words.length > 0 && random.chance(0.2) ? words : paths)
}

function predicate({ random, predicates }: Context, subject: Named, isInner: boolean): Piece | undefined {
  const fitting = predicates.filter(({ is }) => JSON.stringify(is) === JSON.stringify(subject.is))
  if (fitting.length === 0) return undefined
  const { name } = random.pick(fitting)
  return isInner && random.chance(0.6) ? name : `${subject.name} is ${random.chance(0.2) ? 'not ' : ''}${name}`
}

/** `function is written.function`, `other is not one`. */
function sameness({ random, subjects }: Context, left: string, path: Path, subject: Named): Piece {
  const to = (path.field.type as { readonly to: string }).to
  const others = subjects.flatMap(({ name, is }) => [
    ...(is.kind === 'fact' && is.of === to ? [name] : []),
    ...pathsOf(is, 1)
      .filter((other) => refersTo(other, to))
      .map((other) => `${name}.${other.written}`),
  ])
  const right = others.length === 0 ? `${subject.name}.${path.written}` : random.pick(others)
  return `${left} is ${random.chance(0.25) ? 'not ' : ''}${right}`
}

function ofValue(context: Context, left: string, field: Field): Piece {
  const { random } = context
  if (field.optional && random.chance(0.25)) return `${left} is ${random.pick(['missing', 'present'])}`
  const { type } = field
  switch (type.kind) {
    case 'boolean':
      return random.chance(0.7) ? left : `${left} is ${random.pick(['true', 'false', 'not true', 'yes', 'not yes'])}`
    case 'number':
      return random.chance(0.5) ? equality(context, left, field) : order(context, left)
    case 'text':
    case 'choice':
      return random.chance(0.45) ? equality(context, left, field) : ofText(context, left, field)
    case 'literal': {
      const any = random.next()
      if (any < 0.5) return equality(context, left, field)
      return any < 0.7 ? order(context, left) : ofText(context, left, field)
    }
    case 'reference':
    case 'list':
      throw new Error(`A ${type.kind} is compared otherwise.`)
  }
}

function equality(context: Context, left: string, field: Field): Piece {
  const { random } = context
  const no = random.chance(0.3) ? 'not ' : ''
  if (random.chance(0.65)) return `${left} is ${no}${operand(context, field, nameIn(left))}`
  if (random.chance(0.2) && field.type.kind !== 'choice' && !isFormed(nameIn(left))) {
    return `${left} is ${no}among ${field.type.kind === 'number' ? 'few_numbers' : random.pick(['words', 'few_words'])}`
  }
  const values = Array.from({ length: random.below(4) }, () => operand(context, field, nameIn(left)))
  return `${left} is ${no}among [${values.join(', ')}]`
}

/** The field that a value is of. */
const nameIn = (left: string): string => left.split('.').at(-1) as string

/** What may stand right of `is`. */
function operand({ random, subjects }: Context, { type }: Field, name: string): string {
  const any = random.next()
  if (any < 0.15) {
    const fields = subjects.flatMap(({ name, is }) => [
      ...(is.kind === 'text' ? [{ written: name, type: is as Field['type'] }] : []),
      ...pathsOf(is, 1).map((path) => ({ written: `${name}.${path.written}`, type: path.field.type })),
    ])
    const fitting = fields.filter((field) => compares(type, field.type))
    if (fitting.length > 0) return random.pick(fitting).written
  }
  const names = type.kind === 'number' ? ['few'] : type.kind === 'text' && !isFormed(name) ? ['word', 'a_text'] : []
  if (any < 0.3 && names.length > 0) return random.pick(names)
  return written(valueFor(random, name, type))
}

const compares = (a: Field['type'], b: Field['type']): boolean =>
  a.kind === b.kind && a.kind !== 'reference' && a.kind !== 'list'

function order(context: Context, left: string): Piece {
  const { random, subjects } = context
  const fields = subjects.flatMap(({ name, is }) =>
    pathsOf(is, 1)
      .filter(({ field }) => field.type.kind === 'number' || field.type.kind === 'literal')
      .map((path) => `${name}.${path.written}`),
  )
  const right = random.chance(0.2) && fields.length > 0 ? random.pick(fields) : undefined
  const constant = random.chance(0.2) ? 'few' : written(random.pick(numbers))
  return `${left} ${random.pick(['<', '<=', '>', '>='])} ${right ?? constant}`
}

function ofText(context: Context, left: string, field: Field): Piece {
  const { random } = context
  const { type } = field
  // A part that no such text has is refused.
  if (isFormed(nameIn(left))) return `${left} starts with ${written(valueFor(random, nameIn(left), type))}`
  const operator = random.pick(['like', 'matches', 'contains', 'starts with', 'ends with'])
  if (operator === 'like') {
    return `${left} like ${written(random.pick(globs[type.kind === 'text' ? type.like : 'text']))}`
  }
  if (operator === 'matches') return `${left} matches ${random.chance(0.1) ? 'a_pattern' : random.pick(patterns)}`
  if (type.kind === 'literal' || type.kind === 'choice') {
    return `${left} ${operator} ${written(random.pick([...texts.text, ...literals.filter((one) => typeof one === 'string')]))}`
  }
  return `${left} ${operator} ${operand(context, { ...field, type: { kind: 'text', like: 'text' } }, '')}`
}
