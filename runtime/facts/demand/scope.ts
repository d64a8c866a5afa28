import { roleScopes, type Scope } from '../../../compiler/index.ts'
import { attempt } from '../attempt.ts'
import type { ListedFile } from '../extractor.ts'

/** What of a file decides whether it lies in a scope. */
export type Scoped = Pick<ListedFile, 'path' | 'language' | 'role' | 'vendored' | 'generated'>

/**
 * Whether a file lies in a scope: the same as what the compiled checklist asks of its fact. A fact may be left out only
 * if no check can select it, so where this cannot tell it says yes.
 */
export function inScope(file: Scoped, scope: Scope): boolean {
  return (
    isOneOf(file.language, scope.languages) &&
    hasRole(file, scope) &&
    (scope.globs.length === 0 || scope.globs.some(({ pattern }) => matches(file.path, pattern.source))) &&
    (scope.anywhere || isOwnMaterial(file, scope))
  )
}

function isOwnMaterial(file: Scoped, scope: Scope): boolean {
  return (
    (file.role !== 'test' || scope.roles.includes('tests')) && (!file.vendored || scope.vendored) && !file.generated
  )
}

const rolesOf: Readonly<Record<string, readonly string[]>> = roleScopes

/** `vendored` is a word beside the roles, an alternative to them. */
function hasRole(file: Scoped, { roles, vendored }: Scope): boolean {
  if (roles.length === 0 && !vendored) return true
  return roles.some((word) => rolesOf[word]?.includes(file.role)) || (vendored && file.vendored)
}

const isOneOf = (value: string, values: readonly string[]): boolean => values.length === 0 || values.includes(value)

const compiled = new Map<string, RegExp | undefined>()

/**
 * Globs come as RE2 source in a group `(?s:…)`, which older JavaScript does not read and a flag says as well. Beyond that
 * they mean the same in both; what JavaScript cannot read leaves nothing out.
 */
function matches(path: string, source: string): boolean {
  if (!compiled.has(source))
    compiled.set(
      source,
      attempt(() => new RegExp(source.replaceAll('(?s:', '(?:'), 'us')),
    )
  return compiled.get(source)?.test(path) ?? true
}
