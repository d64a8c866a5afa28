/**
 * An extractor for a toy language: a line `def NAME` starts a function, any other line is a string in the one above; of
 * `import NAME` the string is whether there is such a file.
 */
import type { ExtractionPlan, KindName, Scope } from '../../../compiler/index.ts'
import { extract } from '../../../runtime/facts/extract.ts'
import type { ExtractedFacts } from '../../../runtime/facts/extracted.ts'
import type { Extraction, Extractor, FileInput, LocalFact } from '../../../runtime/facts/extractor.ts'
import type { Linker } from '../../../runtime/facts/link.ts'
import type { ExtractOptions } from '../../../runtime/facts/options.ts'
import { isThere } from '../../../runtime/facts/tree/tree.ts'

function extractToy({ text, lines, tree }: FileInput): Extraction {
  if (text.includes('fail here')) throw new Error('a bug')
  const functions: LocalFact<'function'>[] = []
  const strings: LocalFact<'string'>[] = []
  const add = (name: string, at: LocalFact<'function'>['at']): number =>
    functions.push({ at, name, qualified_name: name, parameters: [], decorators: [], async: false, entry_point: false })
  const found = (line: string) => String(tree.ask(isThere, `${line.slice('import '.length)}.py`))
  add('<module>', lines.placeOf(0, 0))
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const at = lines.placeOf(index, index + line.length)
    if (line.startsWith('def ')) add(line.slice('def '.length), at)
    else
      strings.push({
        at,
        value: line.startsWith('import ') ? found(line) : line,
        interpolated: false,
        role: 'value',
        function: functions.length - 1,
      })
  }
  // In no order: sorting is up to the frame.
  const undecided = text.includes('???') ? [{ reason: 'does not parse', kinds: ['string' as const] }] : []
  return { facts: { function: functions, string: strings.reverse() }, undecided }
}

export interface Toy extends Extractor {
  /** What it was given, by path. */
  readonly seen: Map<string, FileInput>
}

export function toyExtractor(): Toy {
  const seen = new Map<string, FileInput>()
  return {
    name: 'toy',
    kinds: ['function', 'string'],
    reads: ({ language }) => language === 'python' || language === 'shell',
    extract(input) {
      seen.set(input.file.path, input)
      return extractToy(input)
    },
    seen,
  }
}

export function extractToys(
  root: string,
  plans?: readonly ExtractionPlan[],
  options: ExtractOptions & { readonly extractor?: Extractor; readonly linkers?: readonly Linker[] } = {},
): Promise<ExtractedFacts> {
  const { extractor = toyExtractor(), linkers = [], ...rest } = options
  return extract(root, plans, { extractors: [extractor], linkers }, rest)
}

export const ownMaterial: Scope = {
  anywhere: false,
  globs: [],
  languages: [],
  roles: [],
  vendored: false,
  templates: false,
}

export const planOf = (
  kinds: { readonly [K in KindName]?: readonly Scope[] },
  more: Partial<ExtractionPlan> = {},
): ExtractionPlan => ({
  schema: 1,
  checklist: 'toy',
  kinds: Object.entries(kinds).map(([kind, scopes]) => ({
    kind: kind as KindName,
    selections: scopes.map((scope) => ({ scope, condition: { kind: 'always' } as const })),
  })),
  probes: [],
  parameters: {},
  ...more,
})
