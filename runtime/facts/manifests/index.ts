/** Manifests: the packages that the code asks for, of any ecosystem. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, LocalFact } from '../extractor.ts'
import { isManifest, readerOf } from './readers.ts'

const kinds: readonly KindName[] = ['manifest', 'dependency']

export const manifestExtractor: Extractor = {
  name: 'manifests',
  kinds,
  reads: ({ name }) => isManifest(name),
  extract,
}

async function extract({ file, text, lines }: FileInput): Promise<Extraction> {
  const read = await readerOf(file.name)
  const found = await read?.(text, file.path)
  if (found === undefined) return { facts: {}, undecided: [] }
  const { ecosystem, locked, dependencies, trouble } = found
  const manifest: LocalFact<'manifest'> = {
    at: lines.placeOf(0, 0),
    ecosystem,
    name: file.name,
    locked,
    dependencies: dependencies.map((_, index) => index),
  }
  return {
    facts: {
      manifest: [manifest],
      dependency: dependencies.map(({ start, end, version, ...dependency }): LocalFact<'dependency'> => {
        const known = version === undefined ? {} : { version }
        return { at: lines.placeOf(start, end), ...dependency, ...known, manifest: 0 }
      }),
    },
    undecided:
      trouble === undefined
        ? []
        : [{ reason: `${trouble.what}, at line ${lines.placeOf(trouble.start, trouble.start).line}`, kinds }],
  }
}
