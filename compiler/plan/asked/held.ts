/** What the locals of one function, or of one plan, may hold. */
import type { Local } from '../ir.ts'
import { type Agenda, Held } from './things.ts'

export class Locals {
  readonly #held = new Map<Local, Held>()
  readonly #agenda: Agenda

  constructor(agenda: Agenda) {
    this.#agenda = agenda
  }

  of(local: Local): Held {
    const known = this.#held.get(local)
    if (known !== undefined) return known
    const made = new Held(this.#agenda)
    this.#held.set(local, made)
    return made
  }
}
