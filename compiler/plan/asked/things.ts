/** What a local may hold, as far as it comes from the input: a part of it, or a collection that was made of parts. */

export type Thing = Part | Made

/** Parts are told apart down to this depth, and so many of them; what is beyond counts as looked at as a whole. */
const deepest = 8
const most = 2000

/** A place in the input, by the fields that lead there. All elements of a collection are one place. */
export class Part {
  readonly kind = 'part'
  readonly fields = new Map<string, Part>()
  elements: Part | undefined
  /** Something is done with its value, of which no more is known. */
  isLookedAt = false
  /** Its value is handed out as it is, or compared as a whole. */
  isTold = false
  readonly #depth: number
  readonly #made: { count: number }

  constructor(depth = 0, made = { count: 0 }) {
    this.#depth = depth
    this.#made = made
  }

  field(name: string): Part {
    const known = this.fields.get(name)
    if (known !== undefined) return known
    const made = this.#inner()
    if (made !== this) this.fields.set(name, made)
    return made
  }

  element(): Part {
    if (this.elements !== undefined) return this.elements
    const made = this.#inner()
    if (made !== this) this.elements = made
    return made
  }

  #inner(): Part {
    if (this.#depth < deepest && this.#made.count++ < most) return new Part(this.#depth + 1, this.#made)
    this.isLookedAt = true
    return this
  }
}

/** A collection by the statement that makes it. */
export class Made {
  readonly kind = 'made'
  /** What is in it: anywhere, under a name, and under keys that are known at run time only. */
  readonly all: Held
  readonly unnamed: Held
  readonly #named = new Map<string, Held>()
  readonly #agenda: Agenda
  isLookedAt = false
  isTold = false

  constructor(agenda: Agenda) {
    this.#agenda = agenda
    this.all = new Held(agenda)
    this.unnamed = new Held(agenda)
  }

  named(name: string): Held {
    const known = this.#named.get(name)
    if (known !== undefined) return known
    const made = new Held(this.#agenda)
    this.#named.set(name, made)
    return made
  }
}

/** More steps than policies of ours take by far: what a plan from elsewhere says may go around for too long. */
const mostSteps = 500_000

/** What has still to be told to somebody: in turn, since chains of assignments may be as long as a plan. */
export class Agenda {
  readonly #waiting: (() => void)[] = []

  add(work: () => void): void {
    this.#waiting.push(work)
  }

  /** Whether everything was told in the end. */
  finish(): boolean {
    for (let steps = 0; steps < mostSteps; steps++) {
      const next = this.#waiting.pop()
      if (next === undefined) return true
      next()
    }
    return false
  }
}

/** All things that a local may ever hold. Whoever asked is told of each of them once. */
export class Held {
  readonly #things = new Set<Thing>()
  readonly #asking: ((thing: Thing) => void)[] = []
  readonly #agenda: Agenda

  constructor(agenda: Agenda) {
    this.#agenda = agenda
  }

  add(thing: Thing): void {
    if (this.#things.has(thing)) return
    this.#things.add(thing)
    for (const tell of this.#asking) this.#agenda.add(() => tell(thing))
  }

  each(tell: (thing: Thing) => void): void {
    this.#asking.push(tell)
    for (const thing of this.#things) this.#agenda.add(() => tell(thing))
  }

  into(other: Held): void {
    if (other !== this) this.each((thing) => other.add(thing))
  }
}
