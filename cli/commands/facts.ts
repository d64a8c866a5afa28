/** `proviso facts`: prints the facts document of a repository, or says how it comes about. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { type ExtractionPlan, type FactsDocument, type KindName, kinds, schemaVersion } from '../../compiler/index.ts'
import { type CacheOptions, cacheOf, cacheOptions } from '../cache.ts'
import { loadReady } from '../checklists.ts'
import { exitCode, Failure } from '../failure.ts'
import { factsOption, givenFacts } from '../given-facts.ts'
import { settle } from '../mistakes.ts'
import { collect, excludeOption, outputOption, positive } from '../options.ts'
import { deliver } from '../output.ts'
import { progressLine } from '../progress.ts'
import { renderDemanded, renderExplanation } from '../render/extraction.ts'

interface Options extends CacheOptions {
  readonly checklist: readonly string[]
  readonly kind: readonly KindName[]
  readonly format: 'json' | 'ndjson'
  readonly explain?: string
  readonly showExtraction?: true
  readonly exclude: readonly string[]
  readonly facts: readonly string[]
  readonly maxFileSize?: number
  readonly timeout?: number
  readonly output?: string
}

const [noCache, cacheDir] = cacheOptions()

export const factsCommand = new Command('facts')
  .argument('[folder]', 'the repository, or a folder of it', '.')
  .option('--checklist <name>', 'only the facts that this checklist asks for; may be given again', collect, [])
  .addOption(
    new Option('--kind <kind>', 'only facts of this kind; may be given again')
      .argParser(collectKind)
      .default([], 'all'),
  )
  .addOption(
    new Option('--format <format>', 'one document, or one fact a line').choices(['json', 'ndjson']).default('json'),
  )
  .option('--explain <path>', 'say what became of a file instead: its role, and why it was opened or not')
  .option('--show-extraction', 'say what is extracted instead: which kinds, from where, by whom')
  .addOption(excludeOption())
  .addOption(factsOption())
  .option('--max-file-size <bytes>', 'leave larger files unread (default: 2000000)', positive)
  .option('--timeout <seconds>', 'read no file after that time, and name those that are left', positive)
  .addOption(noCache)
  .addOption(cacheDir)
  .addOption(outputOption('write them there'))
  .addHelpText(
    'after',
    `
Exit codes: 0 the facts are written; 2 they could not be extracted.

Examples:
  proviso facts . --kind call --format ndjson | jq .callee
  proviso facts . --checklist wazuh-integration --output facts.json
  proviso facts . --checklist wazuh-integration --explain src/main.py`,
  )
  .action(async (folder: string, options: Options) => {
    const plans = await plansOf(options)
    await deliver(await contentOf(folder, plans, options), options.output)
    process.exitCode = exitCode.clean
  })

/** @throws InvalidArgumentError, which commander tells with the option's name. */
function collectKind(value: string, before: readonly KindName[]): readonly KindName[] {
  if (!Object.hasOwn(kinds, value)) throw new InvalidArgumentError(`There are ${Object.keys(kinds).join(', ')}.`)
  return [...before, value as KindName]
}

async function plansOf({ checklist, kind }: Options): Promise<readonly ExtractionPlan[] | undefined> {
  if (checklist.length > 0) {
    const loaded = await loadReady(checklist)
    await settle(loaded, { undone: 'extracted' })
    return loaded.checklists.map(({ extraction }) => extraction)
  }
  return kind.length === 0 ? undefined : [planOf(kind)]
}

/** A plan that asks for all facts of these kinds, wherever they are. */
function planOf(wanted: readonly KindName[]): ExtractionPlan {
  const scope = { anywhere: true, globs: [], languages: [], roles: [], vendored: false, templates: true }
  const selections = [{ scope, condition: { kind: 'always' } }] as const
  const asked = wanted.map((kind) => ({ kind, selections }))
  return { schema: schemaVersion, checklist: 'kinds', kinds: asked, probes: [], parameters: {} }
}

async function contentOf(
  folder: string,
  plans: readonly ExtractionPlan[] | undefined,
  options: Options,
): Promise<string | Uint8Array> {
  const { explain, showExtraction, maxFileSize, timeout, kind, format } = options
  const { describeExtraction, explainFile, extractFacts } = await import('../../runtime/facts/index.ts')
  const budget = maxFileSize === undefined ? {} : { maxFileSize }
  if (showExtraction) return renderDemanded(await describeExtraction(plans))
  if (explain !== undefined) {
    const explanation = await explainFile(folder, explain, plans, budget)
    const text = renderExplanation(explanation)
    // Why a file that is there is not looked at is an answer; that there is none is none.
    if (explanation.kind === 'unlisted' && !existsSync(join(folder, explanation.path)))
      throw new Failure(text.trimEnd())
    return text
  }

  const progress = progressLine(process.stderr)
  const { document, bytes } = await extractFacts(folder, plans, {
    ...budget,
    exclude: options.exclude,
    given: await givenFacts(options.facts, plans),
    ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
    ...cacheOf(options),
    onProgress: ({ done, total, path }) => progress.show(`${done}/${total} ${path}`),
  }).finally(() => progress.end())
  return format === 'json' ? bytes : linesOf(document, kind)
}

/** One fact a line, each with its kind; `file` and other references are indices into the list of their kind. */
function linesOf(document: FactsDocument, wanted: readonly KindName[]): string {
  const shown = (Object.keys(kinds) as KindName[]).filter((kind) => wanted.length === 0 || wanted.includes(kind))
  return shown
    .flatMap((kind) => (document[kind] ?? []).map((fact) => `${JSON.stringify({ kind, ...fact })}\n`))
    .join('')
}
