/** The summaries of all files, and what a dotted name means among them: over imports, base classes and made objects. */
import type { CallSite, Definition, ModuleSummary } from '../summary.ts'

export interface Located {
  readonly definition: Definition
  /** The path of the file. */
  readonly file: string
}

/** Where more definitions go by one name, nobody knows which is meant. */
const mostCandidates = 3
/** Longer chains of imports, base classes and calls than people write. */
const deepest = 12

export class Program {
  readonly summaries: readonly ModuleSummary[]
  readonly #definitions = new Map<string, Located[]>()
  readonly #modules: ReadonlyMap<string, ModuleSummary>
  readonly #calls: ReadonlyMap<string, ReadonlyMap<number, CallSite>>
  readonly #found = new Map<string, readonly Located[]>()

  constructor(summaries: readonly ModuleSummary[]) {
    this.summaries = summaries
    this.#modules = new Map(summaries.map((summary) => [summary.module, summary]))
    this.#calls = new Map(summaries.map(({ path, calls }) => [path, new Map(calls.map((site) => [site.call, site]))]))
    for (const { path, definitions } of summaries) {
      for (const definition of definitions) {
        const same = this.#definitions.get(definition.name) ?? []
        this.#definitions.set(definition.name, same)
        same.push({ definition, file: path })
      }
    }
  }

  callAt(file: string, call: number): CallSite | undefined {
    return this.#calls.get(file)?.get(call)
  }

  /** At most three; none where nothing is known by the name, or too much. */
  find(dotted: string, depth = 0): readonly Located[] {
    const known = this.#found.get(dotted)
    if (known !== undefined) return known
    if (depth > deepest) return []
    const all = this.#search(dotted, depth + 1)
    const found = all.length > mostCandidates ? [] : all
    // What was cut short would be found from elsewhere.
    if (depth === 0) this.#found.set(dotted, found)
    return found
  }

  #search(dotted: string, depth: number): readonly Located[] {
    const exact = this.#definitions.get(dotted)
    if (exact !== undefined) return exact
    const call = dotted.lastIndexOf('()')
    if (call >= 0) return this.#ofMade(dotted.slice(0, call), dotted.slice(call + 2), depth)
    for (let dot = dotted.lastIndexOf('.'); dot > 0; dot = dotted.lastIndexOf('.', dot - 1)) {
      const [owner, name] = [dotted.slice(0, dot), dotted.slice(dot + 1)]
      const module = this.#modules.get(owner)
      if (module !== undefined) return this.#imported(module, name, depth)
      const owners = this.#definitions.get(owner)
      if (owners !== undefined) return owners.flatMap(({ definition }) => this.#memberOf(definition, name, depth))
    }
    return []
  }

  /** `make().send`: of the class that `make` is, or gives objects of. */
  #ofMade(maker: string, rest: string, depth: number): readonly Located[] {
    return this.find(maker, depth).flatMap(({ definition: { kind, name, is } }) => {
      const made = kind === 'class' ? name : is
      return made === undefined ? [] : this.find(`${made}${rest}`, depth)
    })
  }

  #imported(module: ModuleSummary, name: string, depth: number): readonly Located[] {
    const [first = name] = name.split('.')
    const imported = Object.hasOwn(module.imports, first) ? module.imports[first] : undefined
    if (imported !== undefined) return this.find(`${imported}${name.slice(first.length)}`, depth)
    for (const wildcard of module.wildcards) {
      const found = this.find(`${wildcard}.${name}`, depth)
      if (found.length > 0) return found
    }
    return []
  }

  #memberOf({ kind, is, bases }: Definition, name: string, depth: number): readonly Located[] {
    if (kind === 'class') {
      for (const base of bases) {
        const found = this.find(`${base}.${name}`, depth)
        if (found.length > 0) return found
      }
      return []
    }
    return is === undefined || kind === 'function' ? [] : this.find(`${is}.${name}`, depth)
  }

  /** What runs when a definition is called: of a class without a constructor, that of a base. */
  callable(located: Located): Located {
    const { kind, parameters, bases } = located.definition
    if (kind !== 'class' || parameters.length > 0) return located
    for (const base of bases) {
      const [inherited] = [...this.find(`${base}.__init__`), ...this.find(`${base}.constructor`)]
      if (inherited !== undefined) return inherited
    }
    return located
  }
}
