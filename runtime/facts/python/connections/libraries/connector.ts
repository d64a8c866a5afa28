/** What is to be known of a library that connects to other machines. */
import type { Slot } from '../../values/given.ts'

/** How a library lets itself be told about certificates. */
export type VerificationSort =
  /** `verify=False`, or a path or context to verify with. */
  | 'flag'
  /** An `ssl.SSLContext`. */
  | 'context'
  /** `ssl=False`, or a context. */
  | 'ssl'
  /** `cert_reqs="CERT_NONE"`. */
  | 'requirement'
  /** A dictionary, of the options of the module `ssl` or with `verify` in it. */
  | 'options'

export interface Connector {
  readonly library: string
  /** What is called, with a full stop between its parts. */
  readonly callee: RegExp
  readonly address?: Slot
  /** One limit for both, or one each. */
  readonly timeout?: Slot
  readonly connectTimeout?: Slot
  readonly readTimeout?: Slot
  /** In seconds, where nobody gives a limit. */
  readonly defaultTimeout?: { readonly connect?: number; readonly read?: number }
  /** Whether a limit of the module `socket` holds where nobody gives one. */
  readonly obeysSocketDefault?: true
  /** Missing where the library speaks no TLS itself. */
  readonly verification?: {
    readonly sort: VerificationSort
    readonly slot: Slot
    /** What holds where nobody says anything: mail and files are not verified without a context, streams are no TLS. */
    readonly standard?: 'off' | 'none'
  }
  /** Missing where the library connects directly, whatever the environment says. */
  readonly proxy?: Slot
  /** What is read comes later, by other calls, so that a limit of the call is one for connecting alone. */
  readonly isStream?: true
  /** Whether the library itself raises an error where the other side reports one. */
  readonly raises: boolean
}

/** Arguments of libraries by their usual names. */
export const url = (position: number): Slot => ({ names: ['url', 'fullurl'], position })
export const named = (...names: readonly string[]): Slot => ({ names })
export const timeoutAt = (position: number): Slot => ({ names: ['timeout'], position })

export const context = { sort: 'context', slot: named('context') } as const
export const flag = { sort: 'flag', slot: named('verify') } as const
