/** Shell scripts: what they are, the commands that they run, and what these print, write and set; addresses and settings. */
import type { KindName } from '../../../compiler/index.ts'
import type { Evaluate } from '../commands/evaluate.ts'
import { commandFacts } from '../commands/facts.ts'
import { assignmentsIn } from '../configuration/assignments.ts'
import type { Extraction, Extractor, FileInput, Gap, LocalFact } from '../extractor.ts'
import { isPlaceholder } from '../placeholder.ts'
import { type FlatTree, nodesOf } from '../syntax/flat.ts'
import { urlsIn } from '../urls.ts'
import { fallbackFacts } from './fallbacks.ts'
import { fileAccessFacts } from './file-accesses.ts'
import { fileReplaceFacts, withPurposeOfTarget } from './file-replaces.ts'
import { fileWriteFacts } from './file-writes.ts'
import { functionFacts, withCallers } from './functions.ts'
import { shebangOf } from './options.ts'
import { outputFacts, streamOf } from './outputs.ts'
import { parseShell } from './parse.ts'
import { processesOf } from './processes.ts'
import { scheduledCommands } from './schedules.ts'
import { type FoundCommand, scriptFact } from './script.ts'
import { Spans } from './spans.ts'
import { type ScriptCommand, structureOf } from './structure.ts'
import { Variables } from './variables.ts'

const kinds: readonly KindName[] = [
  'function',
  'fallback',
  'output',
  'file_access',
  'file_write',
  'file_replace',
  'process',
  'script',
  'command',
  'permission',
  'setting',
  'url',
]

export const shellExtractor: Extractor = {
  name: 'shell',
  kinds,
  reads: (file) => file.language === 'shell',
  extract,
}

async function extract(input: FileInput): Promise<Extraction> {
  const parsed = await parseShell(input)
  if (parsed.kind === 'cut') return { facts: {}, undecided: [{ reason: parsed.reason, kinds }] }
  const { tree } = parsed
  const structure = structureOf(tree)
  const { compounds, cut } = structure
  const commands = withCallers(structure)
  const { evaluate } = new Variables(
    input.file.path,
    commands.map(({ command }) => command),
  )
  const found = foundCommands(input, commands, evaluate)
  const processes = processesOf(input, commands, evaluate)
  const functions = functionFacts(input, structure)
  const writing = inOrder([...found, ...foundCommands(input, compounds, evaluate)])
  const writes = withPurposeOfTarget(fileWriteFacts(input, writing, evaluate), found)
  const scheduled = scheduledCommands(input, found, evaluate)
  return {
    facts: {
      function: functions,
      fallback: fallbackFacts(input, tree, structure, evaluate),
      output: outputFacts(found, functions),
      file_access: fileAccessFacts(input, commands, evaluate, writes),
      file_write: writes,
      file_replace: fileReplaceFacts(found),
      process: processes.facts,
      script: [scriptFact(input, shebangOf(input.text), structure, found)],
      command: [...found, ...scheduled].map(({ command }) => command),
      permission: [...permissionsOf(found, writes), ...scheduled.flatMap(({ permissions }) => permissions)],
      setting: writtenSettings(input, tree),
      url: urlFacts(input, tree, found),
    },
    undecided: [...gapsOf(input, tree, cut), ...processes.undecided],
  }
}

function foundCommands(
  input: FileInput,
  commands: readonly ScriptCommand[],
  evaluate: Evaluate,
): readonly FoundCommand[] {
  const turns = new Map<number, number>()
  const around = { found_in: 'script', evaluate, negated: false, script: 0 } as const
  return commands.flatMap(({ command, branch, function: inside, shell, heredoc, pipedFrom }) =>
    commandFacts(input, command, { ...around, heredoc: heredoc !== undefined }).map((facts): FoundCommand => {
      const order = (turns.get(inside) ?? 0) + 1
      turns.set(inside, order)
      return { ...facts, branch, function: inside, order, shell, heredoc, pipedFrom }
    }),
  )
}

/** What the script writes to a file shows what a permission of that path is for. */
function permissionsOf(
  found: readonly FoundCommand[],
  writes: readonly LocalFact<'file_write'>[],
): readonly LocalFact<'permission'>[] {
  const secret = new Set(writes.filter(({ purpose }) => purpose === 'secrets').map(({ path_text }) => path_text))
  return found.flatMap(({ permissions }) =>
    permissions.map((each) =>
      each.path_role === 'other' && secret.has(each.path_text ?? '') ? { ...each, path_role: 'secrets' } : each,
    ),
  )
}

const inOrder = (found: readonly FoundCommand[]): readonly FoundCommand[] =>
  found.toSorted(
    (a, b) => a.run.command.source.originOf(a.run.command.start) - b.run.command.source.originOf(b.run.command.start),
  )

/** What a script writes into a file from a here-document. */
function writtenSettings({ lines }: FileInput, tree: FlatTree): readonly LocalFact<'setting'>[] {
  return [...nodesOf(tree, 'heredoc_body')].flatMap((node) => {
    const start = tree.starts[node] ?? 0
    return assignmentsIn(tree.text.slice(start, tree.ends[node])).map((setting) => ({
      at: lines.placeOf(start + setting.start, start + setting.end),
      key: setting.key,
      value: setting.value,
      format: 'assignment',
      placeholder: isPlaceholder(setting.value),
    }))
  })
}

/** Comments are no part of what a script does, and an address that it only tells somebody is not connected to. */
function urlFacts({ lines }: FileInput, tree: FlatTree, found: readonly FoundCommand[]): readonly LocalFact<'url'>[] {
  const comments = new Spans(
    [...nodesOf(tree, 'comment')].map((node) => ({ start: tree.starts[node] ?? 0, end: tree.ends[node] ?? 0 })),
  )
  const told = new Spans(
    found
      .filter(({ command }) => streamOf(command) !== undefined)
      .map(({ run: { command } }) => command.source.rangeOf(command.start, command.end)),
  )
  return urlsIn(tree.text).flatMap(({ start, end, fields }) => {
    if (comments.hold(start)) return []
    const role = told.hold(start) && fields.role === 'endpoint' ? 'identifier' : fields.role
    return [{ at: lines.placeOf(start, end), ...fields, role }]
  })
}

function gapsOf({ lines }: FileInput, { firstError }: FlatTree, cut: boolean): readonly Gap[] {
  const gaps: Gap[] = []
  if (firstError !== undefined) {
    const { line } = lines.placeOf(firstError, firstError)
    gaps.push({ reason: `does not parse at line ${line}`, kinds })
  }
  if (cut)
    gaps.push({
      reason: 'is nested more deeply than is analysed',
      kinds: kinds.filter((kind) => kind !== 'setting' && kind !== 'url'),
    })
  return gaps
}
