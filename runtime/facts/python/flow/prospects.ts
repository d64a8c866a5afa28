/**
 * What an origin may turn out to be once other functions and modules are known. Of most it is clear: a parameter stays one,
 * or is the command line; a variable of the environment stays one, and gets a name at most.
 */
import { unreachable } from '../../../../compiler/index.ts'
import type { Prospect } from '../../demand/possible.ts'
import type { Origin, Term } from '../../flow/term.ts'

const of = (...fields: readonly (keyof Origin)[]): ReadonlySet<string> => new Set<string>(fields)

const nothing = of()
const form = of('form')
const asItIs = of('form', 'name', 'path', 'purpose', 'text', 'whole', 'encoded', 'position')
const butPurpose = of('form', 'name', 'path', 'text', 'whole', 'encoded', 'position')
const butName = of('form', 'path', 'purpose', 'text', 'whole', 'encoded', 'position')
/** Its path is what others ask it by, and with it its name and purpose are. */
const ofFile = of('form', 'text', 'whole', 'encoded', 'position')

const anything: readonly Prospect[] = [{ fields: {}, known: nothing }]
const commandLine: Prospect = { fields: { form: 'command_line' }, known: of('form', 'path', 'purpose') }
const alert: Prospect = { fields: { form: 'alert' }, known: form }

/** What an origin of an argument may be in the end; undefined where it stays what it is. */
export function prospectsOf(term: Partial<Term>): readonly Prospect[] | undefined {
  const { open } = term
  switch (open?.kind) {
    case undefined:
      // What a file is for is told by all that is done with it.
      return term.form === 'file' && (term.purpose === undefined || term.purpose === 'other')
        ? [{ fields: term, known: butPurpose }]
        : undefined
    case 'parameter':
      return [{ fields: term, known: asItIs }, commandLine]
    case 'source':
      return term.form === 'file'
        ? [{ fields: term, known: ofFile }, ...(open.parsed ? [alert] : [])]
        : [{ fields: term, known: butName }]
    case 'result':
    case 'raised':
    case 'global':
      return anything
    default:
      return unreachable(open)
  }
}
