/** What the readers of manifests give. */
import type { Fact } from '../../../compiler/index.ts'
import type { Trouble } from '../configuration/setting.ts'

export type Scope = Fact<'dependency'>['scope']

export interface FoundDependency {
  readonly name: string
  /** As written. */
  readonly version?: string | undefined
  /** Whether exactly one version fits. */
  readonly pinned: boolean
  readonly scope: Scope
  readonly start: number
  readonly end: number
}

export interface FoundManifest {
  readonly ecosystem: Fact<'manifest'>['ecosystem']
  /** Whether a program wrote down what it had chosen. */
  readonly locked: boolean
  readonly dependencies: readonly FoundDependency[]
  /** What of the text could not be read, or does not say. */
  readonly trouble?: Trouble | undefined
}

/** Nothing for a file that has the name of a manifest and is none. */
export type ManifestReader = (
  text: string,
  name: string,
) => FoundManifest | undefined | Promise<FoundManifest | undefined>

/** Names of files, groups and extras that speak of developing. */
export const isDevelopment = (name: string): boolean =>
  /(^|[-_./])(dev(el(opment)?)?|tests?|testing|docs?|lint(ing)?|typing|mypy|ci|tox|nox|style|format|release|benchmarks?)([-_./]|$)/i.test(
    name,
  )
