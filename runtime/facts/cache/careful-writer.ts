/** Writes a pack as long as that goes well: a full disk, or too much of it, ends the writing and not the scan. */
import { attempt } from '../attempt.ts'
import { PackWriter } from './pack.ts'

export class CarefulWriter {
  readonly #most: number
  #writer: PackWriter | undefined

  /** `most`: the bytes that it may come to. */
  constructor(path: string, most: number) {
    this.#most = most
    this.#writer = attempt(() => new PackWriter(path))
  }

  add(key: string, record: Uint8Array): void {
    this.#try((writer) => {
      writer.add(key, record)
      return writer.size <= this.#most
    })
  }

  finish(): void {
    this.#try((writer) => {
      writer.finish()
      return true
    })
    this.#writer = undefined
  }

  abandon(): void {
    this.#writer?.abandon()
    this.#writer = undefined
  }

  #try(action: (writer: PackWriter) => boolean): void {
    const writer = this.#writer
    if (writer !== undefined && attempt(() => action(writer)) !== true) this.abandon()
  }
}
