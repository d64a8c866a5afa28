/** Calls that give a path a mode, with a mode that is known. */
import type { RecordFact } from '../../../compiler/index.ts'
import type { LocalFact } from '../extractor.ts'
import { modeBits } from '../permission-mode.ts'

/** By callee: the positions of the path and of the mode; 0 where the receiver is the path. */
const callees: Readonly<Record<string, { readonly path: number; readonly mode: number }>> = {
  'os.chmod': { path: 1, mode: 2 },
  'os.fchmod': { path: 1, mode: 2 },
  'os.lchmod': { path: 1, mode: 2 },
  'os.mkdir': { path: 1, mode: 2 },
  'os.makedirs': { path: 1, mode: 2 },
  'os.mkfifo': { path: 1, mode: 2 },
  'pathlib.Path.chmod': { path: 0, mode: 1 },
  'pathlib.Path.lchmod': { path: 0, mode: 1 },
}

export function permissionFacts(calls: readonly LocalFact<'call'>[]): readonly LocalFact<'permission'>[] {
  return calls.flatMap((call) => {
    const places = callees[call.callee]
    if (places === undefined) return []
    const given = call.arguments as unknown as readonly RecordFact<'argument'>[]
    const mode = given.find((argument) => argument.name === 'mode' || argument.position === places.mode)?.value
    if (typeof mode !== 'number') return []
    const path = places.path === 0 ? undefined : given.find((argument) => argument.position === places.path)
    const known = typeof path?.value === 'string' ? path.value : undefined
    return [
      {
        at: call.at,
        ...(known === undefined ? {} : { file_name: known.split('/').at(-1) ?? known }),
        path_text: known ?? path?.text ?? call.receiver ?? '',
        ...modeBits(mode),
        form: 'call' as const,
        negated: false,
        text: call.text,
      },
    ]
  })
}
