/** `proviso explain`: why an item, or a place, comes to what it comes to. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import {
  type ExtractionPlan,
  type FactsDocument,
  Lines,
  type Scope,
  type TypedChecklist,
  type TypedItem,
} from '../../compiler/index.ts'
import type { ExtractedFacts } from '../../runtime/facts/index.ts'
import { type CacheOptions, cacheOf, cacheOptions } from '../cache.ts'
import { defaultChecklist, loadTyped } from '../checklists.ts'
import { exitCode, Failure } from '../failure.ts'
import { factsOption, givenFacts } from '../given-facts.ts'
import { itemNamed } from '../items.ts'
import { settle } from '../mistakes.ts'
import { checklistOption, collect, excludeOption, positive } from '../options.ts'
import { writeOut } from '../output.ts'
import { assertKnown, givenParameters, parameterValues } from '../parameters.ts'
import { type AskedPlace, askedPlace, pathInDocument } from '../places.ts'
import { progressLine } from '../progress.ts'
import { renderExplanation, renderPlace } from '../render/explanation.ts'
import { styleFor } from '../render/style.ts'

const formats = ['terminal', 'json'] as const

interface Options extends CacheOptions {
  readonly checklist: readonly string[]
  readonly folder: string
  readonly parameter: readonly string[]
  readonly parameters: readonly string[]
  readonly exclude: readonly string[]
  readonly facts: readonly string[]
  readonly maxFileSize?: number
  readonly format: (typeof formats)[number]
}

const [noCache, cacheDir] = cacheOptions()

export const explainCommand = new Command('explain')
  .argument('<item>', 'the identifier of the item, such as NET-01')
  .argument('[place]', 'a file, or a line of it: PATH or PATH:LINE')
  .addOption(checklistOption())
  .option('--folder <folder>', 'the repository, or a folder of it', '.')
  .option('--parameter <name=value>', "set a checklist's parameter, as for check; may be given again", collect, [])
  .option('--parameters <file>', 'set parameters from a YAML or JSON file; may be given again', collect, [])
  .addOption(excludeOption())
  .addOption(factsOption())
  .option('--max-file-size <bytes>', 'leave larger files unread (default: 2000000)', positive)
  .addOption(noCache)
  .addOption(cacheDir)
  .addOption(new Option('--format <format>', 'how the explanation is written').choices(formats).default('terminal'))
  .addHelpText(
    'after',
    `
Exit codes: 0 the verdict is explained, whatever it is; 2 it could not be.

Examples:
  proviso explain NET-01
  proviso explain NET-01 wodle/run.sh:12
  proviso explain PROC-02 --folder integrations/example --format json`,
  )
  .action(async (id: string, place: string | undefined, options: Options) => {
    const named = options.checklist.length === 0 ? [defaultChecklist] : options.checklist
    const loaded = await loadTyped(named)
    await settle(loaded, { undone: 'explained', format: options.format })
    const { checklist, item } = itemNamed(loaded.checklists, id)
    const asked = place === undefined ? undefined : askedPlace(place)
    const facts = await factsFor(options, checklist, item, asked)
    await writeOut(await explained(checklist, item, facts, asked, options))
    process.exitCode = exitCode.clean
  })

/** What `check` would extract; about a place all that is known of it, also what the checklist would pass over. */
async function factsFor(
  { folder, parameter, parameters, exclude, maxFileSize, ...options }: Options,
  checklist: TypedChecklist,
  item: TypedItem,
  asked: AskedPlace | undefined,
): Promise<ExtractedFacts> {
  const { extractionPlan } = await import('../../compiler/pipeline.ts')
  const { extractFacts } = await import('../../runtime/facts/index.ts')
  const given = givenParameters(parameter, parameters)
  assertKnown(given, checklist.parameters)
  const plan = extractionPlan(checklist, parameterValues(given, checklist.parameters))
  const progress = progressLine(process.stderr)
  return extractFacts(folder, asked === undefined ? await detailed(plan, item) : widened(plan), {
    onProgress: ({ done, total, path }) => progress.show(`${done}/${total} ${path}`),
    exclude,
    given: await givenFacts(options.facts, [plan]),
    ...(maxFileSize === undefined ? {} : { maxFileSize }),
    ...cacheOf(options),
  }).finally(() => progress.end())
}

/** Why something does not count shows in its parts; where too little is there, what is there instead is shown as well. */
async function detailed(plan: ExtractionPlan, { checks }: TypedItem): Promise<ExtractionPlan> {
  const { asksForMore } = await import('../../runtime/interpret/explain/index.ts')
  const lacking = checks.flatMap(({ form, subject: { domain } }) =>
    asksForMore(form) && domain.kind === 'facts' ? [domain.of] : [],
  )
  const kinds = plan.kinds.map(({ kind, selections }) => ({
    kind,
    selections: selections.map(({ scope, condition }) => ({
      scope,
      condition: lacking.includes(kind) ? ({ kind: 'always' } as const) : condition,
    })),
  }))
  return { ...plan, kinds }
}

const everywhere: Scope = { anywhere: true, globs: [], languages: [], roles: [], vendored: false, templates: true }

const widened = (plan: ExtractionPlan): ExtractionPlan => ({
  ...plan,
  kinds: plan.kinds.map((wanted) => ({
    ...wanted,
    selections: [{ scope: everywhere, condition: { kind: 'always' } }],
  })),
})

async function explained(
  checklist: TypedChecklist,
  item: TypedItem,
  { document, scan }: ExtractedFacts,
  asked: AskedPlace | undefined,
  { folder, format }: Options,
): Promise<string> {
  const { explainAt, explainItem } = await import('../../runtime/interpret/explain/index.ts')
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
  const style = styleFor(process.stdout)
  if (asked === undefined) {
    const explanation = explainItem(checklist, document, item)
    return format === 'json' ? json(explanation) : renderExplanation(explanation, style)
  }
  const path = pathIn(document, scan, folder, asked)
  const explanation = explainAt(checklist, document, item, path, asked.line)
  return format === 'json' ? json(explanation) : renderPlace(explanation, style)
}

function pathIn(document: FactsDocument, scan: ExtractedFacts['scan'], folder: string, asked: AskedPlace): string {
  const { path, line = 1 } = asked
  const known = (document.file ?? []).map(({ at }) => at.path)
  const found = pathInDocument(known, { root: scan.root, prefix: scan.prefix, folder }, path)
  if (found !== undefined) {
    const lines = new Lines(readFileSync(join(scan.root, found), 'utf8')).count
    if (line >= 1 && line <= lines) return found
    throw new Failure(`${path} has no line ${line}`, `Its lines are 1 to ${lines}.`)
  }
  throw new Failure(`there is no file ${path} among those that are checked`, 'Give its path as a finding shows it.')
}
