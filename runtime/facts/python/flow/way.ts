/**
 * In what manner a value is used: which part of it, and what happened to that part on the way. Ways that are the same are
 * the same object, with a number, so that a search knows at once where it has been:
 *
 *     send(json.loads(body)["token"])     body: path ["token"], parsed
 *     send(base64.b64encode(key))         key:  path [],        encoded
 */
import { deepestPath, type Key, type Path } from '../../flow/term.ts'

interface Manner {
  readonly encoded: boolean
  /** Whether only a part of what is come to is used, nobody knows which. */
  readonly part: boolean
  /** Whether a structure is read out of it. */
  readonly parsed: boolean
  /** Whether an object of foreign code holds what is come to. */
  readonly held: boolean
  /** How many sequences stand around what is come to: `[key]` is one around it. */
  readonly within: number
}

/** Sequences of sequences that are told apart. */
const deepestWithin = 2

export class Way implements Manner {
  /** From 0; of the ways of one file, each its own. */
  readonly number: number
  readonly path: Path
  readonly encoded: boolean
  readonly part: boolean
  readonly parsed: boolean
  readonly held: boolean
  readonly within: number
  readonly #known: Map<string, Way>
  readonly #into = new Map<Key, Way>()
  #rest: Way | undefined
  #entire: Way | undefined

  private constructor(known: Map<string, Way>, path: Path, { encoded, part, parsed, held, within }: Manner) {
    this.number = known.size
    this.path = path
    this.encoded = encoded
    this.part = part
    this.parsed = parsed
    this.held = held
    this.within = within
    this.#known = known
  }

  /** A value as a whole and as it is, from which all other ways of a file are made. */
  static wholly(): Way {
    const manner = { encoded: false, part: false, parsed: false, held: false, within: 0 }
    const known = new Map<string, Way>()
    const way = new Way(known, [], manner)
    known.set(keyOf([], manner), way)
    return way
  }

  /** The part of a value under these keys, the outermost first. */
  into(...keys: readonly Key[]): Way {
    return keys.reduceRight<Way>((way, key) => way.#intoOne(key), this)
  }

  /** What an element of it is taken from, where the first key has led to the element. */
  get rest(): Way {
    this.#rest ??= this.at(this.path.slice(1))
    return this.#rest
  }

  /** The same for an element of a sequence: what is come to lies within it, where the sequence is asked for as a whole. */
  get element(): Way {
    return this.path.length > 0 ? this.rest : this.with({ within: Math.min(this.within + 1, deepestWithin) })
  }

  /** What a whole is followed by, where a part of what came out of it is used. */
  get entire(): Way {
    this.#entire ??= this.#as([], { ...this.#manner, part: this.part || this.path.at(-1) !== undefined })
    return this.#entire
  }

  /** Another part, in the same manner. */
  at(path: Path): Way {
    return this.#as(path, this.#manner)
  }

  with(manner: Partial<Manner>): Way {
    return this.#as(this.path, { ...this.#manner, ...manner })
  }

  get #manner(): Manner {
    const { encoded, part, parsed, held, within } = this
    return { encoded, part, parsed, held, within }
  }

  #intoOne(key: Key): Way {
    const known = this.#into.get(key)
    if (known !== undefined) return known
    const path = [key, ...this.path]
    // What stands under a key that lies too deep is a part all the same.
    const part = this.part || path.slice(deepestPath).some((deeper) => deeper !== undefined)
    const way = this.#as(path.slice(0, deepestPath), { ...this.#manner, part })
    this.#into.set(key, way)
    return way
  }

  #as(path: Path, manner: Manner): Way {
    const key = keyOf(path, manner)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const way = new Way(this.#known, path, manner)
    this.#known.set(key, way)
    return way
  }
}

const keyOf = (path: Path, { encoded, part, parsed, held, within }: Manner): string =>
  `${+encoded}${+part}${+parsed}${+held}${within} ${JSON.stringify(path)}`
