/**
 * What `FROM` begins a stage with.
 *
 *     FROM registry:5000/base/python:3.12@sha256:… AS build
 *          image                     tag  digest      stage_name
 *     FROM build                     an earlier stage: no image, and nothing that could move
 *     FROM scratch                   the same: it stands for nothing at all
 */
import type { LocalFact } from '../extractor.ts'

export type Base = Pick<LocalFact<'container_instruction'>, 'image' | 'tag' | 'digest' | 'stage_name'>

/** `$NAME`, `${NAME}`, and what stands in for a variable that is not set, or for one that is: `${NAME:-3}`, `${NAME:+3}`. */
const variable = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::([-+])([^{}$]*))?\})/g

/** The stages of one file, in the order written. */
export class BaseImages {
  /** By name, the default of each `ARG` before the first stage. */
  readonly #defaults = new Map<string, string>()
  /** In small letters, as they are compared. */
  readonly #stages = new Set<string>()

  set(name: string, value: string): void {
    this.#defaults.set(name, this.#filledIn(value))
  }

  /** `parts` are the arguments of FROM, options left out. */
  begin([base = '', as, name]: readonly string[]): Base {
    const written = this.#filledIn(base)
    const isImage = written !== '' && written !== 'scratch' && !this.#stages.has(written.toLowerCase())
    const isNamed = as?.toUpperCase() === 'AS' && name !== undefined
    if (isNamed) this.#stages.add(name.toLowerCase())
    return { ...(isImage ? imageOf(written) : {}), ...(isNamed ? { stage_name: name } : {}) }
  }

  /** A variable of which no default is known stays as written. */
  #filledIn(text: string): string {
    return text.replace(variable, (written, bare, braced, sign, other) => {
      const value = this.#defaults.get(bare ?? braced)
      if (sign === '+') return value ? other : ''
      return (sign === '-' ? value || other : value) ?? written
    })
  }
}

/** The port of a registry is no tag: that one stands behind the last slash. */
function imageOf(written: string): Base {
  const at = written.indexOf('@')
  const [tagged, digest] = at < 0 ? [written, undefined] : [written.slice(0, at), written.slice(at + 1)]
  const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1)
  const [image, tag] = colon < 0 ? [tagged, undefined] : [tagged.slice(0, colon), tagged.slice(colon + 1)]
  return { image, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) }
}
