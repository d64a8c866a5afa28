/** Files that are moved to the place of others. */
import { nodesOf } from '../../syntax/flat.ts'
import type { PythonSource } from '../source.ts'
import { givenFor, type Slot } from '../values/given.ts'
import { fileCallee } from './path-objects.ts'
import { keyOf, type PathValue, parentOf } from './path-value.ts'
import { objectOf, pathsOf } from './paths.ts'

export interface Replacement {
  readonly call: number
  readonly source: number
  readonly target: number
  readonly sources: readonly PathValue[]
  readonly targets: readonly PathValue[]
  /** Whether both lie in one folder for certain, whatever the values are. */
  readonly sameDirectory: boolean
}

const moves = /^(os\.(replace|rename|renames)|shutil\.move)$/
const methods = /^pathlib\.(Posix)?Path\.(replace|rename)$/

const first: Slot = { names: ['src', 'source', 'old'], position: 1 }
const second: Slot = { names: ['dst', 'destination', 'new'], position: 2 }
const only: Slot = { names: ['target'], position: 1 }

export function replacementsIn(source: PythonSource): readonly Replacement[] {
  return [...nodesOf(source.tree, 'call')].flatMap((call): readonly Replacement[] => {
    const callee = fileCallee(source, call)
    const isMethod = methods.test(callee)
    if (!isMethod && !moves.test(callee)) return []
    const moved = isMethod ? objectOf(source, call) : node(source, call, first)
    const target = node(source, call, isMethod ? only : second)
    if (moved === undefined || target === undefined) return []
    const [sources, targets] = [pathsOf(source, moved), pathsOf(source, target)]
    return [{ call, source: moved, target, sources, targets, sameDirectory: isOneFolder(sources, targets) }]
  })
}

function node(source: PythonSource, call: number, slot: Slot): number | undefined {
  const given = givenFor(source, call, slot)
  return given?.kind === 'given' ? given.node : undefined
}

/** `os.path.dirname(path) or "."` is the folder of a path: one without a folder lies in the working one. */
const isWorkingFolder = ({ root, parts }: PathValue): boolean => root === '.' && parts.length === 0

function isOneFolder(sources: readonly PathValue[], targets: readonly PathValue[]): boolean {
  const folders = new Set(targets.map((path) => keyOf(parentOf(path))))
  const all = sources.map(parentOf)
  const named = all.filter((folder) => !isWorkingFolder(folder))
  const own = new Set((named.length > 0 ? named : all).map(keyOf))
  return own.size > 0 && own.size === folders.size && [...own].every((folder) => folders.has(folder))
}
