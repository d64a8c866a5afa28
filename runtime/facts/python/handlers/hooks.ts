/**
 * `sys.excepthook = function`: what no clause catches ends there. It is a handler of every function in which the program
 * starts, or of the one that sets it where the file has no such function.
 */
import type { LocalFact } from '../../extractor.ts'
import { fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { Functions } from '../functions.ts'
import { meaningOf, thingNamed } from '../names.ts'
import { type PythonSource, placeOf } from '../source.ts'
import { logsError, raisesAgain } from './doings.ts'

type Handler = LocalFact<'handler'>

export function hookFacts(source: PythonSource, functions: Functions): readonly Handler[] {
  const { tree, uses } = source
  return uses.mentionsOf('excepthook').flatMap((mention): readonly Handler[] => {
    const access = parentOf(tree, mention)
    const assignment = parentOf(tree, access)
    const hook = typeOf(tree, assignment) === 'assignment' ? fieldOf(tree, assignment, 'right') : undefined
    if (tree.fields[access] !== 'left' || hook === undefined || thingNamed(source, access) !== 'sys.excepthook')
      return []
    // The interpreter's own prints the traceback.
    if (textOf(tree, hook) === 'sys.__excepthook__') return []
    const meaning = meaningOf(source, hook)
    const body = meaning.kind === 'function' ? meaning.node : typeOf(tree, hook) === 'lambda' ? hook : undefined
    const starting = functions.facts.flatMap(({ entry_point }, index) => (entry_point ? [index] : []))
    const owners = starting.length > 0 ? starting : [functions.indexOf(assignment)]
    return owners.map((owner) => ({
      at: placeOf(source, assignment),
      exceptions: [],
      bare: false,
      catches_all: true,
      reraises: body !== undefined && raisesAgain(source, fieldOf(tree, body, 'body') ?? body),
      logs: body !== undefined && logsError(source, fieldOf(tree, body, 'body') ?? body),
      // The program has ended when the hook runs.
      ends_program: true,
      function: owner,
    }))
  })
}
