/** Terms of which nothing more can be found out. */
import { purposeOf } from '../purpose.ts'
import type { Open, Term } from '../term.ts'

type Source = Extract<Open, { readonly kind: 'source' }>

/** The origin that a term is when nobody knows more of it. */
export function closed(term: Term): Term {
  if (term.open === undefined && term.held === undefined && term.within === undefined) return term
  const { open, held: _, within: __, ...origin } = term
  if (open?.kind !== 'source') return origin
  return origin.form === 'file' ? closedFile(origin, open) : closedVariable(origin, open)
}

function closedVariable(origin: Term, { asked }: Source): Term {
  const name = literalAmong(asked)
  return name === undefined ? origin : { ...origin, name }
}

function closedFile(origin: Term, { asked, parsed }: Source): Term {
  const isArgument = asked.some(
    ({ form, name }) => form === 'command_line' && (name === 'sys.argv[1]' || name === 'process.argv[2]'),
  )
  if (parsed && isArgument) return { ...origin, form: 'alert' }
  const path = origin.path === undefined ? pathOf(asked) : filled(origin.path, asked)
  const told = asked.flatMap(({ name, text }) => [name ?? '', text])
  const purpose = origin.purpose === undefined || origin.purpose === 'other' ? purposeOf(told) : origin.purpose
  const name = origin.name === origin.path ? path : origin.name
  return { ...origin, purpose, ...(name === undefined ? {} : { name }), ...(path === undefined ? {} : { path }) }
}

/** A path of which the caller gives the one part that the function does not know. */
function filled(path: string, asked: readonly Term[]): string {
  const given = literalAmong(asked)
  return given === undefined || path.split('{}').length !== 2 ? path : path.replace('{}', () => given)
}

/** A path that is a text somewhere else, or begins with a variable of the environment. */
function pathOf(asked: readonly Term[]): string | undefined {
  const variable = asked.find(({ form, name }) => form === 'environment' && name !== undefined)
  const written = literalAmong(asked)
  if (variable === undefined || written?.startsWith('/')) return written
  return written === undefined ? `$${variable.name}` : `$${variable.name}/${written}`
}

/** The text of the only literal, as far as it has no escapes. */
function literalAmong(terms: readonly Term[]): string | undefined {
  const [literal, other] = terms.filter(({ form }) => form === 'literal')
  return other === undefined ? /^(['"])([^'"\\]*)\1$/.exec(literal?.text ?? '')?.[2] : undefined
}
