/** What is found once and asked for many times: the facts that a subject ranges over, and these by what they join on. */
import type { Condition, Subject } from '../../compiler/index.ts'
import type { Instance } from './instances.ts'

/** What a join looks facts up by: a value with its type, or the index of a fact. */
export type Key = string

export interface Memory {
  readonly ranges: WeakMap<Subject, readonly Instance[]>
  readonly joins: WeakMap<Condition, ReadonlyMap<Key, readonly Instance[]>>
}

export const newMemory = (): Memory => ({ ranges: new WeakMap(), joins: new WeakMap() })
