/** Most facts of a file are of no interest to the checks of a run: they are left out as soon as that shows. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, LocalFact } from '../extractor.ts'
import { prospectsOf } from './flow/prospects.ts'
import type { PythonSource } from './source.ts'

export class WantedFacts {
  readonly #source: PythonSource
  readonly #found: { [K in KindName]?: number } = {}

  constructor(source: PythonSource) {
    this.#source = source
  }

  /** Those that somebody may want, as plain data. A field that takes a search may be a getter: it is read where it is asked for. */
  of<K extends KindName>(kind: K, facts: readonly LocalFact<K>[]): readonly LocalFact<K>[] {
    this.#found[kind] = facts.length
    const isWanted = this.#source.input.mayWant?.(kind, prospectsOf)
    const those = isWanted === undefined ? facts : facts.filter((fact) => isWanted(fact))
    return those.map((fact) => ({ ...fact }))
  }

  /** How many there were of each kind. */
  get found(): NonNullable<Extraction['found']> {
    return this.#found
  }
}
