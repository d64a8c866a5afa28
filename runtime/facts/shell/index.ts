/** Shell scripts: what they are, the commands that they run, the permissions that these set, addresses and settings. */
import type { KindName } from '../../../compiler/index.ts'
import { commandFacts } from '../commands/facts.ts'
import { assignmentsIn } from '../configuration/assignments.ts'
import type { Extraction, Extractor, FileInput, Gap, LocalFact } from '../extractor.ts'
import { isPlaceholder } from '../placeholder.ts'
import { type FlatTree, nodesOf } from '../syntax/flat.ts'
import { urlsIn } from '../urls.ts'
import { shebangOf } from './options.ts'
import { parseShell } from './parse.ts'
import { type FoundCommand, scriptFact } from './script.ts'
import { structureOf } from './structure.ts'
import { Variables } from './variables.ts'

const kinds: readonly KindName[] = ['script', 'command', 'permission', 'setting', 'url']

export const shellExtractor: Extractor = {
  name: 'shell',
  kinds,
  reads: (file) => file.language === 'shell',
  extract,
}

async function extract(input: FileInput): Promise<Extraction> {
  const tree = await parseShell(input.text)
  if (tree === undefined) return { facts: {}, undecided: [{ reason: 'has more syntax than is analysed', kinds }] }
  const structure = structureOf(tree)
  const { commands, cut } = structure
  const variables = new Variables(
    input.file.path,
    commands.map(({ command }) => command),
  )
  const around = {
    found_in: 'script',
    evaluate: variables.evaluate,
    negated: false,
    script: 0,
  } as const
  const found = commands.flatMap(({ command, branch }) =>
    commandFacts(input, command, around).map((facts): FoundCommand => ({ ...facts, branch })),
  )
  return {
    facts: {
      script: [scriptFact(input, shebangOf(input.text), structure, found)],
      command: found.map(({ command }) => command),
      permission: found.flatMap(({ permissions }) => permissions),
      setting: writtenSettings(input, tree),
      url: urlFacts(input, tree),
    },
    undecided: gapsOf(input, tree, cut),
  }
}

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

/** Comments are no part of what a script does. */
function urlFacts({ lines }: FileInput, tree: FlatTree): readonly LocalFact<'url'>[] {
  const comments = [...nodesOf(tree, 'comment')]
  let next = 0
  return urlsIn(tree.text).flatMap(({ start, end, fields }) => {
    while (next < comments.length && (tree.ends[comments[next]!] ?? 0) <= start) next++
    const comment = comments[next]
    const isCommented = comment !== undefined && (tree.starts[comment] ?? 0) <= start
    return isCommented ? [] : [{ at: lines.placeOf(start, end), ...fields }]
  })
}

function gapsOf({ lines }: FileInput, { firstError }: FlatTree, cut: boolean): readonly Gap[] {
  const gaps: Gap[] = []
  if (firstError !== undefined) {
    const { line } = lines.placeOf(firstError, firstError)
    gaps.push({ reason: `does not parse at line ${line}`, kinds })
  }
  if (cut) gaps.push({ reason: 'is nested more deeply than is analysed', kinds: ['script', 'command', 'permission'] })
  return gaps
}
