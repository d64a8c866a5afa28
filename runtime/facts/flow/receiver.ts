/** What a method is called on, in the form of what a call is given. */
import type { Place } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import type { Given } from './summary.ts'
import type { Term } from './term.ts'

export const receiverOf = (at: Place, text: string, terms: readonly Term[]): Given => ({
  argument: { at, text: excerpt(text), known: false, origins: terms },
  value: { terms, entries: {} },
})
