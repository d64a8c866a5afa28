/** Which imports of a file are of a package that it took something from before. */
import type { LocalFact } from './extractor.ts'

type Import = LocalFact<'import'>

/** `imports` in any order; the first of a package is the one that stands first. */
export function withRepeats(imports: readonly Omit<Import, 'again'>[]): readonly Import[] {
  const met = new Set<string>()
  const ordered = imports.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
  return ordered.map((one) => {
    const name = packageOf(one.module)
    const again = met.has(name)
    met.add(name)
    return { ...one, again }
  })
}

/** `requests.auth` belongs to requests, `@scope/name/part` to @scope/name; a path of the repository to nothing but itself. */
function packageOf(module: string): string {
  return /^(@[^/]+\/)?[^./]+/.exec(module)?.[0] ?? module
}
