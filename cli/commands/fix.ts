/** `proviso fix`: applies the fixes that diagnostics carry. */
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { hasErrors, Lines } from '../../compiler/index.ts'
import { type Entry, filesToEdit } from '../checklists/find.ts'
import { tellOf } from '../checklists.ts'
import { exitCode, Failure } from '../failure.ts'
import { type Choices, type Fixed, fixed } from '../fixes.ts'
import { writeOut, writeWhole } from '../output.ts'
import { changedLines } from '../render/changes.ts'
import { count, showDiagnostics } from '../render/diagnostics.ts'
import { styleFor } from '../render/style.ts'

interface Options {
  readonly dryRun?: true
  readonly choose: Choices
}

export const fixCommand = new Command('fix')
  .argument('[paths...]', 'files, or folders with all that is in them (default: .)')
  .option('--dry-run', 'show what would be changed, and change nothing')
  .option(
    '--choose <line=number>',
    'where a mistake in this line can be mended in several ways, take this one; may be given again',
    choice,
    new Map(),
  )
  .addHelpText(
    'after',
    `
What can be mended in several ways is shown and left alone, unless you choose.

Exit codes: 0 no errors are left; 2 errors are left, or a file could not be written.

Examples:
  proviso fix our.checklist --dry-run
  proviso fix policies
  proviso fix our.checklist --choose 12=1`,
  )
  .action(async (paths: readonly string[], options: Options) => {
    process.exitCode = await fix(paths, options)
  })

function choice(value: string, before: Choices): Choices {
  const [, line, number] = /^(\d+)=(\d+)$/.exec(value) ?? []
  if (line === undefined) throw new InvalidArgumentError('It is a line and the number of a way, such as 12=1.')
  return new Map([...before, [Number(line), Number(number)]])
}

async function fix(paths: readonly string[], { dryRun, choose }: Options): Promise<number> {
  const entries = filesToEdit(paths)
  if (choose.size > 0 && entries.length > 1) throw new Failure('--choose names a line, so it takes one file')
  let [left, mended] = [0, 0]
  // One after the other: what is mended in a file may be what another one uses.
  for (const entry of entries) {
    const outcome = await fixOne(entry, choose, dryRun === true)
    left += outcome.told.diagnostics.filter((diagnostic) => hasErrors([diagnostic])).length
    mended += outcome.mended.length
  }
  process.stderr.write(
    `${count(mended, 'mistake')} ${dryRun === true ? 'would be ' : ''}mended, ${count(left, 'error')} left\n`,
  )
  return left > 0 ? exitCode.failure : exitCode.clean
}

async function fixOne(entry: Entry, chosen: Choices, dryRun: boolean): Promise<Fixed> {
  const path = relative('.', join(entry.root, entry.path))
  const before = readFileSync(path, 'utf8')
  const outcome = await fixed(path, before, chosen, (text) => tellOf(entry, text))
  if (outcome.text !== before) {
    if (!dryRun) writeWhole(path, outcome.text)
    await writeOut(`${shown(path, before, outcome)}\n\n`)
  }
  if (before.trim() === '')
    process.stderr.write(`${path} is empty: a checklist begins with checklist NAME 1.0.0 "Title"\n`)
  showDiagnostics(outcome.told)
  const choices = alternatives(outcome)
  if (choices.length > 0) process.stderr.write(`${choices.join('\n')}\n\n`)
  return outcome
}

function shown(path: string, before: string, { text, mended }: Fixed): string {
  const style = styleFor(process.stdout)
  return [
    ...mended.map(({ line, column, diagnostic, fix: { title } }) => {
      const where = style.accent(`${path}:${line}:${column}`)
      return `${where} ${diagnostic.message} ${style.faint('→')} ${title}`
    }),
    ...changedLines(before, text, style),
  ].join('\n')
}

/** What a person has to choose between. */
function alternatives({ told }: Fixed): readonly string[] {
  const lines = new Map(told.sources.map(({ path, text }) => [path, new Lines(text)]))
  return told.diagnostics
    .filter(({ fixes }) => fixes.length > 1)
    .flatMap(({ span, fixes }) => {
      const line = lines.get(span.path)?.position(span.start).line
      return [
        `${span.path}:${line} can be mended in ${fixes.length} ways; --choose ${line}=NUMBER takes one:`,
        ...fixes.map(({ title }, index) => `  ${index + 1}: ${title}`),
      ]
    })
}
