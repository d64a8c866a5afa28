/** Runs changes of the examples, and says which items turned, and which of that nobody expected. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { defaultChecklist, loadCompiled } from '../../cli/checklists.ts'
import { evaluate } from '../../cli/evaluate.ts'
import { assert } from '../../compiler/index.ts'
import type { Compiled } from '../../compiler/pipeline.ts'
import { withRepository } from '../../runtime/cases/repository.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import type { Verdict } from '../../runtime/results/model.ts'
import { edited, type Mutation } from './mutation.ts'

export interface Outcome {
  readonly mutation: Mutation
  readonly turned: readonly Turned[]
  /** Sentences; empty if everything came out as expected. */
  readonly surprises: readonly string[]
}

export interface Turned {
  readonly item: string
  readonly before: Verdict
  readonly after: Verdict
}

type Verdicts = ReadonlyMap<string, Verdict>

const repaired = 'repaired-integration'

/** One after the other, each told as soon as it is there. */
export async function runMutations(
  mutations: readonly Mutation[],
  onOutcome: (outcome: Outcome) => void,
): Promise<void> {
  const { checklists } = await loadCompiled([defaultChecklist])
  const [checklist] = checklists
  assert(checklist !== undefined, `the checklist ${defaultChecklist} has no mistakes`)
  const unchanged = new Map<string, Verdicts>()
  for (const mutation of mutations) {
    const { of = repaired, item, what } = mutation
    const before = unchanged.get(of) ?? (await verdictsOf(checklist, { of, item, what, edits: [] }))
    unchanged.set(of, before)
    const after = await verdictsOf(checklist, mutation)
    const turned = [...before].flatMap(([id, verdict]): readonly Turned[] => {
      const now = after.get(id) ?? verdict
      return now === verdict ? [] : [{ item: id, before: verdict, after: now }]
    })
    onOutcome({ mutation, turned, surprises: surprisesIn(mutation, turned) })
  }
}

function surprisesIn({ item, verdict = 'fail', along = {} }: Mutation, turned: readonly Turned[]): readonly string[] {
  const own = turned.find((each) => each.item === item)
  const expected = Object.keys(along)
  return [
    ...(own === undefined ? [`${item} does not turn`] : []),
    ...(own !== undefined && own.after !== verdict ? [`${item} comes to ${own.after}, not to ${verdict}`] : []),
    ...turned
      .filter((each) => each.item !== item && !expected.includes(each.item))
      .map((each) => `${each.item} turns to ${each.after}, too`),
    ...expected.filter((id) => !turned.some((each) => each.item === id)).map((id) => `${id} does not turn along`),
  ]
}

async function verdictsOf(checklist: Compiled, mutation: Mutation): Promise<Verdicts> {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-mutation-'))
  try {
    const tree = join(folder, 'tree')
    cpSync(join(import.meta.dirname, '../../examples', mutation.of ?? repaired), tree, { recursive: true })
    const modes: Record<string, string> = {}
    for (const edit of mutation.edits) {
      const path = join(tree, edit.file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, edited(existsSync(path) ? readFileSync(path, 'utf8') : undefined, edit))
      if (edit.mode !== undefined) modes[edit.file] = edit.mode
    }
    const { item, what, verdict = 'fail' } = mutation
    const changed = { name: `${item}: ${what}`, item, folder, expected: { verdict, modes } }
    return await withRepository(changed, async (scanned) => {
      const facts = await extractFacts(scanned, [checklist.extraction])
      const report = await evaluate({ name: 'proviso', version: '0' }, scanned, facts, [checklist])
      return new Map(report.checklists.flatMap(({ items }) => items.map((each) => [each.item.id, each.verdict])))
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
