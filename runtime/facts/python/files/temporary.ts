/** Temporary files of the module `tempfile`. */
import { typeOf } from '../../syntax/flat.ts'
import type { PythonSource } from '../source.ts'
import { givenFor } from '../values/given.ts'

/** Where `dir` stands among the arguments of each function. */
const positions: Readonly<Record<string, number>> = {
  'tempfile.NamedTemporaryFile': 7,
  'tempfile.TemporaryFile': 7,
  'tempfile.SpooledTemporaryFile': 8,
  'tempfile.mkstemp': 3,
  'tempfile.mkdtemp': 3,
  'tempfile.TemporaryDirectory': 3,
}

/** The folder that a call is told to use; undefined where it takes that of the system. */
export function temporaryFolder(source: PythonSource, call: number, callee: string): number | undefined {
  const position = positions[callee]
  const given = givenFor(source, call, position === undefined ? { names: ['dir'] } : { names: ['dir'], position })
  return given?.kind === 'given' && typeOf(source.tree, given.node) !== 'none' ? given.node : undefined
}
