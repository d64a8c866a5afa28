/**
 * The files that a script writes: by redirections, and by the programs that are made for it. A file is created with what
 * the mask leaves of 0666, where the script sets one in the shell that does it, or in one around that.
 */
import { originFacts, placeWithin } from '../commands/arguments.ts'
import { baseName, type Evaluate, type EvaluatedWord, type WordOrigin } from '../commands/evaluate.ts'
import { writtenFiles } from '../commands/written-files.ts'
import { namesCredential } from '../credential-names.ts'
import { excerpt } from '../excerpt.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import type { FilePurpose } from '../path-role.ts'
import { purposeOfPath } from './file-origins.ts'
import { heredocOrigins } from './heredocs.ts'
import type { FoundCommand } from './script.ts'
import type { ShellProcess } from './structure.ts'

export function fileWriteFacts(
  input: FileInput,
  found: readonly FoundCommand[],
  evaluate: Evaluate,
): readonly LocalFact<'file_write'>[] {
  const masks = new Map<ShellProcess, number>()
  const restricted = restrictedPaths(found)
  return found.flatMap((each, index): readonly LocalFact<'file_write'>[] => {
    const { run, command } = each
    if (command.name === 'umask') {
      const mask = run.parameters[0]?.text ?? ''
      if (/^[0-7]{1,4}$/.test(mask)) masks.set(each.shell, Number.parseInt(mask, 8))
    }
    const mask = maskIn(masks, each.shell)
    return writtenFiles(run, evaluate).map(({ path, meant, written, mode, inherits, printed }) => {
      const created = mode ?? (inherits && mask !== undefined ? fourDigits(0o666 & ~mask) : undefined)
      const at = placeWithin(input, run.command, run.command)
      const content = printed ? contentOrigins(input, each, evaluate) : []
      return {
        at,
        ...(isKnown(meant) ? { file_name: baseName(meant) } : {}),
        path_text: excerpt(written),
        path_origins: originFacts(at, pathOrigins(path, meant)),
        fixed_directory: !/[$`]/.test(written.slice(0, written.lastIndexOf('/') + 1)) && !/^["']?[$`]/.test(written),
        purpose: purposeOf(path?.word.text ?? written, meant, content),
        content_origins: originFacts(at, content),
        ...(created === undefined ? {} : { mode: created }),
        restricted_after: !isPrivate(created) && (restricted.get(meant) ?? -1) > index,
        embedded_database: false,
        order: each.order,
        function: each.function,
        via: [],
      }
    })
  })
}

/** A file that a credential is written to holds secrets, whatever its name. */
function purposeOf(written: string, path: string, content: readonly WordOrigin[]): FilePurpose {
  const named = purposeOfPath(written, [path])
  return named === 'other' && content.some(({ name }) => namesCredential(name ?? '')) ? 'secrets' : named
}

const fourDigits = (mode: number): string => mode.toString(8).padStart(4, '0')

const isPrivate = (mode: string | undefined): boolean => mode?.endsWith('0') ?? false

const isKnown = (path: string): boolean => !/[$`]/.test(baseName(path))

function maskIn(masks: ReadonlyMap<ShellProcess, number>, shell: ShellProcess): number | undefined {
  for (let process: ShellProcess | undefined = shell; process !== undefined; process = process.around) {
    const mask = masks.get(process)
    if (mask !== undefined) return mask
  }
  return undefined
}

/** By path, the last command that takes it away from others. */
function restrictedPaths(found: readonly FoundCommand[]): ReadonlyMap<string, number> {
  const restricted = new Map<string, number>()
  for (const [index, { given }] of found.entries()) {
    for (const { path, change } of given) {
      if (path !== undefined && isPrivate(change.mode)) restricted.set(path.meant, index)
    }
  }
  return restricted
}

function pathOrigins(path: EvaluatedWord | undefined, meant: string): readonly WordOrigin[] {
  const spelled = path === undefined ? [meant] : path.candidates
  const literals = spelled.filter((each) => !/[$`]/.test(each))
  return [
    ...literals.map((text): WordOrigin => ({ form: 'literal', text: excerpt(text), path: text })),
    ...(path?.origins ?? []),
  ]
}

function contentOrigins(input: FileInput, { run, heredoc }: FoundCommand, evaluate: Evaluate): readonly WordOrigin[] {
  const given = run.parameters.flatMap(({ origins }) => origins)
  return heredoc === undefined ? given : [...given, ...heredocOrigins(input.text, heredoc, evaluate)]
}
