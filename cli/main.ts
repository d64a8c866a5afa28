/** Where the command starts. What V8 is told has to be told before anything larger is loaded. */
import { enableCompileCache } from 'node:module'

/**
 * Commands that read checklists alone are over before code that V8 has optimised repays its making, which is a quarter
 * of what they take; ten times the items take no longer without it. The cache of compiled code is one for each set of flags.
 */
const brief: ReadonlySet<string | undefined> = new Set(['compile', 'docs', 'fix', 'fmt', 'list'])
if (brief.has(process.argv[2])) {
  const { setFlagsFromString } = await import('node:v8')
  for (const compiler of ['opt', 'maglev']) setFlagsFromString(`--no-${compiler}`)
}
enableCompileCache()
const { main } = await import('./program.ts')
await main(process.argv)
