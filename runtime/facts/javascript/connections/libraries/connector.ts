/** How a library is told its limits, its verification and its proxy. */
export interface Connector {
  readonly callee: RegExp
  readonly library: string
  /** Position of the options from 0; those of a client are looked at as well. */
  readonly options: number
  /** The entry of the options that has the address, where no argument is one. */
  readonly address?: readonly string[]
  /** Options that limit connecting and waiting, in milliseconds, the first that is there counting. */
  readonly connect: readonly string[]
  readonly read: readonly string[]
  /** Limits in milliseconds where nobody says; none where missing. */
  readonly standard?: { readonly connect?: number; readonly read?: number }
  /** Options that turn verification off where they are false. */
  readonly verification: readonly string[]
  /** Options that hold what verifies: an agent, a dispatcher. */
  readonly agents: readonly string[]
  readonly proxies: readonly string[]
  /** Whether the system's proxy is used without being told. */
  readonly systemProxy: boolean
  /** Whether an answer that tells of a failure is an error by itself, and what turns that off. */
  readonly raises: boolean
  readonly tolerates?: readonly string[]
  /** Whether there is no answer with a status. */
  readonly statusless?: true
}

/** What is the same for most of them. */
export const plain = {
  options: 1,
  verification: ['rejectUnauthorized'],
  agents: ['agent'],
  proxies: ['proxy'],
  systemProxy: false,
  raises: false,
} as const
