/**
 * Until where in a text what was opened before is open. A later opening by the same path is of another file.
 *
 *     open     close   move       open          close
 *      3        7       9          12            15
 *     latest   7                  15                     at 9 only what was opened before counts: closed at 7
 */
import { countBefore } from '../order.ts'

interface Openings {
  /** Where each begins, ascending. */
  readonly starts: number[]
  /** Where it and all before it are closed. */
  readonly latest: number[]
}

export class OpenFiles {
  /** By what stands for one path. */
  readonly #openings = new Map<string, Openings>()

  /** In the order of the text; `closed` is undefined where nothing closes it. Offsets in UTF-16 units. */
  add(path: string, start: number, closed: number | undefined): void {
    const { starts, latest } = this.#openings.get(path) ?? { starts: [], latest: [] }
    this.#openings.set(path, { starts, latest })
    starts.push(start)
    latest.push(Math.max(latest.at(-1) ?? 0, closed ?? Number.POSITIVE_INFINITY))
  }

  /** Whether all that was opened by the path before an offset is closed there. */
  areClosedAt(path: string, offset: number): boolean {
    const openings = this.#openings.get(path)
    const before = openings === undefined ? 0 : countBefore(openings.starts, offset)
    return before === 0 || (openings?.latest[before - 1] ?? 0) <= offset
  }
}
