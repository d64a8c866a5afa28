/** The facts are the same with what earlier runs left and without, whatever happens to the repository between them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExtractionPlan } from '../../../compiler/index.ts'
import { recallUnchanged } from '../../../runtime/facts/cache/unchanged.ts'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { repository, temporaryFolder, write } from '../frame/repositories.ts'
import { chance, edit, ring } from './edited-repository.ts'

const rounds = Number(process.env.PROVISO_EDITS ?? 24)
const seed = Number(process.env.PROVISO_SEED ?? 1)

const everywhere = { anywhere: true, globs: [], languages: [], roles: [], vendored: false, templates: true }
const selections = [{ scope: everywhere, condition: { kind: 'always' } }] as const
const kinds = ['output', 'file_access', 'file_write', 'script', 'permission', 'path', 'file', 'repository'] as const
const plan: ExtractionPlan = {
  schema: 1,
  checklist: 'edits',
  kinds: kinds.map((kind) => ({ kind, selections })),
  probes: ['.secrets', 'state/x.json', 'state/', 'start.sh'],
  parameters: {},
}

/** Everything is old enough for a run to be taken as it was left, though it was edited a moment ago. */
function later(): () => void {
  const now = Date.now
  Date.now = () => now() + 3_600_000
  return () => {
    Date.now = now
  }
}

test(`${rounds} edits by chance`, async (t) => {
  t.after(later())
  const [root, pick] = [ring(), chance(seed)]
  const cache = { folder: temporaryFolder(), chosen: 'by name' } as const
  const text = async (options: object) => Buffer.from((await extractFacts(root, plan, options)).bytes).toString()
  const done: string[] = []
  const seen = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const cold = await text({})
    assert.equal(await text({ cache, helpers: () => round % 2 }), cold, `after ${done.slice(-5).join(', ')}`)
    assert.equal(await text({ cache }), cold, `once more, after ${done.slice(-5).join(', ')}`)
    assert.ok(recallUnchanged(root, [plan], { cache }), `as it was left, after ${done.slice(-5).join(', ')}`)
    seen.add(cold)
    done.push(edit(root, pick))
  }
  assert.ok(seen.size > rounds / 3, `only ${seen.size} documents: the edits change too little`)
})

test('an ignore file that git ignores, and that says nothing, comes to govern a path', async () => {
  const ballast = `# ${'x'.repeat(1000)}\n`.repeat(250)
  const root = repository({ '.gitignore': '/state/.gitignore\n', 'a.py': ballast, 'state/README.md': '' })
  const cache = { folder: temporaryFolder(), chosen: 'by name' } as const
  const text = async (options: object) => Buffer.from((await extractFacts(root, plan, options)).bytes).toString()
  const before = await text({ cache })
  write(root, { 'state/.gitignore': '' })
  const cold = await text({})
  assert.notEqual(cold, before)
  assert.equal(await text({ cache }), cold)
})
