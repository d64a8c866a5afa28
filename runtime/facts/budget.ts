/**
 * What looking at one text, or putting together what all of them tell, may take. It is counted in steps, which are as many on every machine; the clock is a last
 * resort, for those who say how long a run may take.
 *
 *     a question about an expression (what it stands for, may come to, comes from)     1 step
 *     a file of 1,000 characters                                                        300 steps, of entangled code 1,000
 */
export class Budget {
  #left: number
  readonly #reason: string
  /** By the clock of `performance.now()`. */
  readonly #deadline: number | undefined

  /** `reason` is said of a file that takes more steps. */
  constructor(steps: number, reason: string, deadline: number | undefined) {
    this.#left = steps
    this.#reason = reason
    this.#deadline = deadline
  }

  /** @throws Spent where no step is left, or no time. */
  step(): void {
    if (--this.#left < 0) throw new Spent(this.#reason, true)
    if (this.#left % stepsBetweenLooks === 0) this.keepTime()
  }

  /** @throws Spent where no time is left. */
  keepTime(): void {
    if (this.#deadline !== undefined && performance.now() >= this.#deadline) throw new Spent(late, false)
  }
}

/** Ends the work at hand; what was asked of it is not known. */
export class Spent extends Error {
  /** Said of the file, after its path. */
  readonly reason: string
  /** Whether it would end here on every machine. */
  readonly final: boolean

  constructor(reason: string, final: boolean) {
    super(reason)
    this.reason = reason
    this.final = final
  }
}

/** The document says of itself that it is not reproducible. */
export const late = 'was not read to its end within the time that was given, so another run may come to something else'

/** Looking at the clock takes longer than a step. */
const stepsBetweenLooks = 1024

const stepsAlways = 100_000
const stepsForCharacter = 10

/** Ten times what the most entangled of two thousand files takes that people wrote: one step a character. */
export const budgetFor = (text: string, deadline: number | undefined): Budget =>
  new Budget(
    stepsAlways + stepsForCharacter * text.length,
    'leads from value to value more often than is followed in a file of its size',
    deadline,
  )

/** For the values that go from file to file, all of which have so many bytes. */
export const budgetForLinking = (bytes: number, deadline: number | undefined): Budget =>
  new Budget(
    stepsAlways + stepsForCharacter * bytes,
    'is one of those whose values lead from file to file more often than is followed in a repository of its size',
    deadline,
  )

/** For who looks at a text of his own. */
export const unlimited = (): Budget => new Budget(Number.POSITIVE_INFINITY, '', undefined)
