/** Generated checklists: every statement and clause that has a meaning for facts. */
import type { KindName, RecordName } from '../../../compiler/index.ts'
import { type Context, condition, type Said } from './conditions.ts'
import { type Piece, part } from './pieces.ts'
import { rangeFor, someKinds, whereFor } from './quantifiers.ts'
import type { Random } from './random.ts'
import { type Named, pathsOf } from './subjects.ts'
import { numbers, patterns, texts, written } from './vocabulary.ts'

export interface Generated {
  readonly id: string
  readonly piece: Piece
}

export function generateChecklist(random: Random, id: string): Generated {
  const kindsHere = someKinds(random)
  const nothing: Context = {
    random,
    kinds: kindsHere.length === 0 ? ['call'] : kindsHere,
    predicates: [],
    derived: [],
    subjects: [],
    given: new Set(),
    depth: 1,
  }
  const { lines, predicates, derived } = definitions(nothing)
  const context = { ...nothing, predicates, derived, depth: 3 }
  const items = Array.from({ length: 1 + random.below(3) }, (_, index) => item(context, index + 1))
  const header = [`checklist ${id} 1.0.0 "Generated"`, ...values(random)]
  return { id, piece: part([`${header.join('\n')}\n`, ...lines, ...items]) }
}

const line = (pieces: readonly Piece[]): Piece => part([...pieces, '\n'], [''])

/** Named values and parameters of each type: sentences may use each of them. */
function values(random: Random): readonly string[] {
  const list = (from: readonly (string | number)[]) => `[${random.some(from, 0.3).map(written).join(', ')}]`
  return [
    `parameter word text = ${written(random.pick(texts.text))} "A text"`,
    `parameter few number = ${random.pick(numbers)} "A number"`,
    `parameter yes boolean = ${random.chance(0.5)} "A boolean"`,
    `parameter words list of text = ${list([...texts.text, '.env'])} "Texts"`,
    `parameter few_numbers list of number = ${list(numbers)} "Numbers"`,
    `define a_text as ${written(random.pick(texts.dotted))}`,
    `define few_words as ${list(texts.text)}`,
    `define a_pattern as ${random.pick(patterns)}`,
  ]
}

function definitions(context: Context) {
  const { random } = context
  const predicates: Named[] = []
  const derived: Named[] = []
  const lines: Piece[] = []
  const withSubject = (named: Named) => ({ ...context, predicates, subjects: [named], given: new Set([named.name]) })
  for (let count = random.below(3); count > 0; count--) {
    const is: Named['is'] = random.chance(0.5)
      ? { kind: 'record', of: random.pick(['argument', 'origin'] as readonly RecordName[]) }
      : { kind: 'fact', of: random.pick(context.kinds) }
    const said = condition(withSubject({ name: is.of, is }))
    const name = `is_good_${predicates.length + 1}`
    lines.push(line([`define ${name}(${is.of}) as `, said.piece]))
    predicates.push({ name, is })
  }
  for (let count = random.below(3); count > 0; count--) {
    const of: KindName = random.pick(context.kinds)
    const base = derived.find(({ is }) => is.kind === 'fact' && is.of === of && random.chance(0.5))?.name ?? of
    const said = condition(withSubject({ name: base, is: { kind: 'fact', of } }))
    const name = `good_${of}_${derived.length + 1}`
    lines.push(line([`define ${name} as ${base} where `, said.piece]))
    derived.push({ name, is: { kind: 'fact', of } })
  }
  return { lines, predicates, derived }
}

function item(context: Context, number: number): Piece {
  const { random } = context
  const checks = Array.from({ length: 1 + random.below(3) }, () => check({ ...context, given: new Set() }))
  const applies = random.chance(0.2) ? [appliesWhen({ ...context, given: new Set(), depth: 2 })] : []
  const reviews = random.chance(0.25) ? [review({ ...context, given: new Set(), depth: 2 })] : []
  const head = `item G-${number} "Title {with} braces"\n  severity high\n`
  return part([head, ...applies, ...checks, ...reviews], [''])
}

function appliesWhen(context: Context): Piece {
  const { random } = context
  const sentence = () => {
    const range = rangeFor(context)
    const inside = { ...context, subjects: [range.named], depth: 1 }
    return part([random.pick(['some ', 'no ', 'at least 2 ']), range.piece, whereFor(inside, range, 0.7).piece])
  }
  const both = () => ['(', sentence(), random.pick([') and (', ') or (']), sentence(), ')']
  return line(['  applies when ', ...(random.chance(0.7) ? [sentence()] : both())])
}

const forms = ['no', 'no', 'some', 'every', 'every', 'at least', 'at most', 'exactly'] as const

function check(context: Context): Piece {
  const { random } = context
  const form = random.pick(forms)
  const range = rangeFor(context)
  const inside = { ...context, subjects: [range.named], depth: context.depth - 1 }
  const where = whereFor(inside, range, form === 'every' ? 0.6 : 0.85)
  const must = form === 'every' ? condition(inside) : undefined
  const count = form === 'at least' ? 1 + random.below(2) : random.below(3)
  const word = form === 'no' || form === 'some' || form === 'every' ? form : `${form} ${count}`
  const end = must === undefined ? [] : [` must ${random.chance(0.1) ? 'be ' : ''}`, must.piece]
  const atSubject = form === 'no' || form === 'every' || form === 'at most'
  const sure = atSubject ? [...where.ifHolds, ...(must?.ifNot ?? [])] : []
  const message = random.chance(0.8) ? [messageOf(random, atSubject ? range.named : undefined, sure)] : []
  return part([part(['  ', word, ' ', range.piece, where.piece, ...end, '\n']), ...message], [''])
}

function review(context: Context): Piece {
  const { random } = context
  if (random.chance(0.2)) return line(['  review "Is {word} right?"'])
  const range = rangeFor(context)
  const where: Said = whereFor({ ...context, subjects: [range.named], depth: 1 }, range, 0.8)
  const text = placeholders(random, range.named, where.ifHolds)
  return line([`  review "Is it?`, ...text, '" when some ', range.piece, where.piece])
}

const messageOf = (random: Random, subject: Named | undefined, sure: readonly Named[]): Piece =>
  line(['  message "{{m}}', ...placeholders(random, subject, sure), '"'])

/** Fields of the subject, of nested ones that every finding has, and values that have a name. */
function placeholders(random: Random, subject: Named | undefined, sure: readonly Named[]): readonly Piece[] {
  const shown = ({ name, is }: Named, isOwn: boolean): readonly string[] =>
    is.kind === 'text'
      ? [name]
      : pathsOf(is, 1)
          .filter(({ field }) => field.type.kind !== 'reference')
          .map(({ written }) => (isOwn ? written : `${name}.${written}`))
  const own = subject === undefined ? [] : shown(subject, true)
  const nested = sure.filter(() => random.chance(0.6)).map((named) => random.pick(shown(named, false)))
  return [
    ...random.some(own, 1.5 / Math.max(own.length, 1)),
    ...nested,
    ...random.some(['word', 'few', 'yes', 'a_text'], 0.1),
  ].map((name) => part([` {${name}}`], ['']))
}
