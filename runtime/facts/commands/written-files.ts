/** The files that a command writes. */
import { words } from '../classify/words.ts'
import { baseName, type Evaluate, type EvaluatedWord } from './evaluate.ts'
import { modeChange } from './modes.ts'
import { leadingOptions, operandsOf } from './options.ts'
import { installedPaths } from './permissions.ts'
import type { Run } from './runs.ts'
import { writesFile } from './streams.ts'
import { temporaryPath } from './temporary-files.ts'
import { plainText } from './words.ts'

export interface WrittenFile {
  /** The word that names it; nothing where the path comes from several, or from none. */
  readonly path: EvaluatedWord | undefined
  /** The path with variables put in, and as written. */
  readonly meant: string
  readonly written: string
  /** The mode that the command itself gives it. */
  readonly mode?: string
  /** Whether it gets what the mask leaves of the usual mode. */
  readonly inherits: boolean
  /** Whether what the command is given, or prints, is what stands in it. */
  readonly printed: boolean
}

export function writtenFiles(run: Run, evaluate: Evaluate): readonly WrittenFile[] {
  return [...redirectedFiles(run, evaluate), ...filesOfProgram(run)]
}

function redirectedFiles({ command }: Run, evaluate: Evaluate): readonly WrittenFile[] {
  return command.redirects.filter(writesFile).flatMap(({ descriptor, target }) => {
    if (target === undefined) return []
    const path = evaluate(target)
    return [{ ...named(path), inherits: true, printed: descriptor !== 2 }]
  })
}

const named = (path: EvaluatedWord) => ({ path, meant: path.text, written: plainText(path.word) })

const plain = (paths: readonly EvaluatedWord[], printed = false): readonly WrittenFile[] =>
  paths.map((path) => ({ ...named(path), inherits: true, printed }))

const none: ReadonlySet<string> = new Set()

function filesOfProgram({ program, parameters }: Run): readonly WrittenFile[] {
  switch (baseName(program.text)) {
    case 'tee':
      return plain(operandsOf(parameters, none).filter(({ text }) => !/^\/dev\//.test(text)))
    case 'touch':
      return plain(operandsOf(parameters, words('-d --date -r --reference -t')))
    case 'truncate':
      return plain(operandsOf(parameters, words('-s --size -r --reference')))
    case 'cp':
    case 'install':
      return copies(parameters, baseName(program.text) === 'install')
    case 'dd':
      return parameters.flatMap(({ text, word, ...rest }) => {
        if (!text.startsWith('of=')) return []
        const path = { ...rest, word, text: text.slice(3), candidates: rest.candidates.map((each) => each.slice(3)) }
        return [{ path, meant: path.text, written: plainText(word).slice(3), inherits: true, printed: false }]
      })
    case 'curl':
      return plain(behind(parameters, ['-o', '--output']))
    case 'wget':
      return plain(behind(parameters, ['-O', '--output-document']).filter(({ text }) => text !== '-'))
    case 'mktemp':
      return temporaryFile(parameters)
    default:
      return []
  }
}

function behind(parameters: readonly EvaluatedWord[], names: readonly string[]): readonly EvaluatedWord[] {
  const index = parameters.findIndex(({ text }) => names.includes(text))
  const value = parameters[index + 1]
  return index < 0 || value === undefined ? [] : [value]
}

/** A copy of a file has its mode, unless the command gives one. */
function copies(parameters: readonly EvaluatedWord[], isInstall: boolean): readonly WrittenFile[] {
  return installedPaths(parameters).map(({ meant, written, mode }) => ({
    path: undefined,
    meant,
    written,
    ...(isInstall ? { mode: (mode === undefined ? undefined : modeChange(mode)?.mode) ?? '0755' } : {}),
    inherits: false,
    printed: false,
  }))
}

/** Nobody else may read it. */
function temporaryFile(parameters: readonly EvaluatedWord[]): readonly WrittenFile[] {
  const { options } = leadingOptions(parameters, none)
  if (options.some(({ name }) => name === '-u' || name === '--dry-run')) return []
  const isFolder = options.some(({ name }) => name === '-d' || name === '--directory')
  const meant = temporaryPath(parameters)
  return [{ path: undefined, meant, written: meant, mode: isFolder ? '0700' : '0600', inherits: false, printed: false }]
}
