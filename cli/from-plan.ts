/** `proviso compile --from-plan`: a plan that OPA made, as a module. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiledFiles, libraryBytes } from './assets.ts'
import { Failure } from './failure.ts'
import { writeWhole } from './output.ts'

export async function compileFromPlan(file: string, output: string): Promise<void> {
  const { compilePlan } = await import('../compiler/from-plan.ts')
  const compiled = compilePlan(textOf(file), libraryBytes('all'))
  if (compiled.kind === 'refused') {
    throw new Failure(
      `${file} could not be compiled: ${compiled.reason}`,
      'Take plan.json of: opa build -t plan -e ENTRYPOINT.',
    )
  }
  writeWhole(join(output, compiledFiles.module), compiled.module)
  process.stderr.write(`${compiled.entrypoints.join(', ')}: ${output}\n`)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Failure(`${file} could not be read: ${(error as Error).message}`)
  }
}
