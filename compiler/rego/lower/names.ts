/**
 * What things are called in a module. Subjects are variables, everything else is a rule; the two never share a name,
 * for a variable would hide the rule. A name that is taken gets a number.
 */
import type { KindName } from '../../schema/kinds.ts'
import { builtins, keywords } from '../words.ts'

/** Variables that lowering uses beside those of subjects. */
export const local = {
  step: 'step',
  /** Position in a list. */
  position: 'i',
  finding: 'finding',
  /** Of an index: `grouped` in `../tree.ts`. */
  key: 'key',
  group: 'group',
  /** The lists of witnesses, and one of them. */
  chain: 'chain',
  witness: 'witness',
  review: 'review',
  reviews: 'reviews',
  /** What the document lacks. */
  missing: 'missing',
  /** Whether a check gives a finding. */
  violated: 'violated',
} as const

/** Operators that are calls of these names behind the scenes. */
const operators = ['and', 'assign', 'div', 'eq', 'minus', 'mul', 'or', 'plus', 'rem']

export class Names {
  readonly #taken = new Set<string>([
    ...Object.values(local),
    ...keywords,
    ...operators,
    ...builtins.map((name) => name.split('.')[0] as string),
  ])
  readonly #locals = new Set<string>()
  readonly #variables = new Map<string, string>()

  /** `subjects`: the names of all subjects that the checklist has. */
  constructor(subjects: Iterable<string>) {
    for (const subject of subjects) {
      if (!this.#variables.has(subject)) this.#variables.set(subject, this.#takeVariable(identifier(subject)))
    }
  }

  /** The variable that holds a subject. */
  variable(subject: string): string {
    return this.#variables.get(subject) ?? identifier(subject)
  }

  /** The variable that holds the index of a subject in the list of its kind: its identity. */
  index(subject: string): string {
    return indexOf(this.variable(subject))
  }

  /** A variable beside those of subjects, other than `used`; no rule has its name. */
  local(wanted: string, used: readonly string[] = []): string {
    for (let number = 1; ; number++) {
      const name = numbered(identifier(wanted), number)
      if (this.#taken.has(name) || used.includes(name)) continue
      this.#locals.add(name)
      return name
    }
  }

  /** A name that nothing in the module has. */
  take(wanted: string): string {
    return this.#takeFirst(identifier(wanted), (name) => [name])
  }

  #takeVariable(wanted: string): string {
    return this.#takeFirst(wanted, (name) => [name, indexOf(name)])
  }

  #takeFirst(wanted: string, withIt: (name: string) => readonly string[]): string {
    for (let number = 1; ; number++) {
      const name = numbered(wanted, number)
      const names = withIt(name)
      if (names.some((each) => this.#taken.has(each) || this.#locals.has(each))) continue
      for (const each of names) this.#taken.add(each)
      return name
    }
  }
}

const numbered = (name: string, number: number): string => (number === 1 ? name : `${name}_${number}`)

const indexOf = (variable: string): string => `${variable}_index`

function identifier(text: string): string {
  const plain = text.replaceAll(/[^A-Za-z0-9_]/g, '_')
  return /^[0-9]/.test(plain) || meantForConftest.test(plain) ? `_${plain}` : plain
}

/** Conftest evaluates every rule of such a name, or obeys it. */
const meantForConftest = /^(deny|violation|warn|exception)(_|$)/

/** A piece of text as a part of a name: small letters, digits and single underscores, at most `longest` of them. */
export function slug(text: string, longest = 24): string {
  const whole = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return cutAtWord(whole, longest)
}

export function cutAtWord(name: string, longest: number): string {
  if (name.length <= longest) return name
  const cut = name.slice(0, longest + 1)
  return cut.includes('_') ? cut.slice(0, cut.lastIndexOf('_')) : name.slice(0, longest)
}

/** The name of a list of such facts. */
export const plural = (name: KindName | string): string =>
  name.endsWith('y') ? `${name.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`
