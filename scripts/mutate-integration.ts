/**
 * Breaks the repaired example in every way that an item's reading knows, and repairs the flawed one flaw by flaw: the
 * item that is meant, and no other but those that the data names, has to turn.
 *
 *     node scripts/mutate-integration.ts [--item CRED-01]
 *
 * Exit code 1 if something else came out.
 */
import { parseArgs } from 'node:util'
import { readMutations } from './mutate-integration/mutation.ts'
import { runMutations } from './mutate-integration/run.ts'

const { values } = parseArgs({ options: { item: { type: 'string' } } })
const mutations = readMutations().filter(({ item }) => values.item === undefined || item === values.item)
let surprising = 0
await runMutations(mutations, ({ mutation, turned, surprises }) => {
  if (surprises.length > 0) surprising++
  const others = turned.filter(({ item }) => item !== mutation.item).map(({ item }) => item)
  const outcome = turned.find(({ item }) => item === mutation.item)
  const columns = [
    mutation.item.padEnd(8),
    `${outcome?.before ?? '–'} → ${outcome?.after ?? '–'}`.padEnd(24),
    mutation.what + (others.length === 0 ? '' : ` (with ${others.join(', ')})`),
  ]
  process.stdout.write(`${surprises.length > 0 ? '✗' : '✓'} ${columns.join('  ')}\n`)
  for (const surprise of surprises) process.stdout.write(`    ${surprise}\n`)
})
process.stdout.write(`${mutations.length - surprising} of ${mutations.length} changes come out as expected\n`)
process.exitCode = surprising > 0 ? 1 : 0
