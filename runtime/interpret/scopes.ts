/** Whether a file lies where a sentence looks. */
import { type KindName, kinds, roleScopes, type Scope } from '../../compiler/index.ts'
import { matches } from '../patterns.ts'
import type { Fields } from './instances.ts'

/** Whether facts of a kind stand in files, so that a scope means something for them. */
export const standsInFiles = (of: KindName): boolean => of === 'file' || kinds[of].inFile

export function liesIn(scope: Scope, file: Fields): boolean {
  return (
    isOneOfRoles(scope, file) &&
    (scope.languages.length === 0 || scope.languages.includes(file.language as string)) &&
    (scope.globs.length === 0 || scope.globs.some(({ pattern }) => matches(pattern, file.path as string))) &&
    isOpen(scope, file)
  )
}

/** `vendored` is a word of the same sort as the roles: one of them has to hold. */
function isOneOfRoles({ roles, vendored }: Scope, file: Fields): boolean {
  if (roles.length === 0 && !vendored) return true
  const accepted = roles.flatMap((word): readonly string[] => roleScopes[word as keyof typeof roleScopes])
  return accepted.includes(file.role as string) || (vendored && file.vendored === true)
}

/** A kind means the repository's own material, unless the sentence says more. */
function isOpen({ anywhere, roles, vendored }: Scope, file: Fields): boolean {
  if (anywhere) return true
  const isClosedTest = file.role === 'test' && !roles.includes('tests')
  const isClosedCopy = file.vendored === true && !vendored
  return !isClosedTest && !isClosedCopy && file.generated !== true
}
