/** Kinds, fields, values and scopes as people call them. */
import {
  type Bound,
  type Field,
  kinds,
  recordShapes,
  type Scalar,
  type Scope,
  type Step,
  type TypedChecklist,
  type Value,
} from '../../../compiler/index.ts'
import { code, term } from './marks.ts'
import { joined } from './phrases.ts'

/** What a sentence may speak of: its subjects, the innermost last, and the parameters of the checklist. */
export interface Context {
  readonly checklist: Pick<TypedChecklist, 'parameters' | 'definitions'>
  readonly subjects: readonly Bound[]
}

export const inside = (context: Context, subject: Bound): Context => ({
  ...context,
  subjects: [...context.subjects, subject],
})

const initialisms: Readonly<Record<string, string>> = { url: 'URL', sql: 'SQL', json: 'JSON', wazuh: 'Wazuh', id: 'ID' }

/** `file_access` → `file access`. */
export const inWords = (name: string): string =>
  name
    .split('_')
    .map((word) => initialisms[word] ?? word)
    .join(' ')

/** A subject's name, without the number that tells it from others of its name. */
export const nounOf = ({ name }: Bound): string => inWords(name.replace(/_\d+$/, ''))

/** What sort of thing a subject is: a name that a sentence gives it says nothing of that. */
export function sortOf({ is }: Bound): string {
  switch (is.kind) {
    case 'fact':
    case 'record':
      return inWords(is.of)
    case 'text':
      return 'text'
  }
}

/** The schema of the last field of a way; undefined where the way is none of the schema's. */
export function fieldAt(subject: Bound, steps: readonly Step[]): Field | undefined {
  const last = steps.at(-1)?.field ?? ''
  const owner = steps.at(-2)?.to
  if (owner !== undefined) return (kinds[owner].fields as Readonly<Record<string, Field>>)[last]
  const { is } = subject
  if (is.kind === 'text') return undefined
  const shape = is.kind === 'fact' ? kinds[is.of] : recordShapes[is.of]
  return (shape.fields as Readonly<Record<string, Field>>)[last]
}

/** What the schema says that a boolean field means, without "whether" and without what explains it further. */
export function meaningOf(subject: Bound, steps: readonly Step[]): string | undefined {
  return /^Whether ([^:]*?)(?::.*)?\.?$/s.exec(fieldAt(subject, steps)?.about ?? '')?.[1]
}

/** A value as it stands on the right of a comparison. */
export function valueWords(value: Value, context: Context): string {
  switch (value.kind) {
    case 'literal':
      return scalarWords(value.value)
    case 'parameter':
      return parameterWords(value.name, context)
    case 'field':
      return `the ${stepsWords(value.steps)} of the ${nounNamed(value.subject, context)}`
    case 'element':
      return `the ${nounNamed(value.subject, context)}`
  }
}

export const stepsWords = (steps: readonly Step[]): string =>
  steps
    .map(({ field, to }, index) => inWords(field) + (to !== undefined && index < steps.length - 1 ? "'s" : ''))
    .join(' ')

/** How a sentence speaks of a subject around the innermost one: by its kind, or by the name that it gave it. */
export function nounNamed(name: string, { subjects, checklist }: Context): string {
  const subject = subjects.find((each) => each.name === name)
  if (subject === undefined) return inWords(name)
  const noun = nounOf(subject)
  const isDefined = checklist.definitions.some((definition) => inWords(definition.name) === noun)
  return subject.is.kind !== 'fact' || noun === sortOf(subject) || isDefined ? noun : `“${noun}”`
}

const scalarWords = (value: Scalar): string =>
  code(typeof value === 'string' ? `"${value}"` : value === null ? 'null' : String(value))

/** With the value that it has unless somebody sets another. */
function parameterWords(name: string, { checklist }: Context): string {
  const value = checklist.parameters.find((parameter) => parameter.name === name)?.value ?? null
  const shown = isList(value) ? joined(value.map(scalarWords), 'or') : scalarWords(value)
  return `${term(inWords(name))} (${shown || 'none'})`
}

const isList = (value: Scalar | readonly Scalar[]): value is readonly Scalar[] => Array.isArray(value)

export function listWords(
  list: readonly Value[] | { readonly parameter: string },
  context: Context,
  word: 'and' | 'or' = 'or',
): string {
  if ('parameter' in list) return parameterWords(list.parameter, context)
  return joined(
    list.map((value) => valueWords(value, context)),
    word,
  )
}

const languageNames: Readonly<Record<string, string>> = {
  python: 'Python',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  markdown: 'Markdown',
  restructuredtext: 'reStructuredText',
  xml: 'XML',
  json: 'JSON',
  yaml: 'YAML',
  toml: 'TOML',
  ini: 'INI',
}

/** Where a kind is looked for; empty for the repository's own material. */
export function scopeWords({ anywhere, globs, languages, roles, vendored }: Scope): string {
  const places = [...roles, ...(vendored ? ['third-party code'] : [])]
  const written = languages.map((language) => languageNames[language] ?? language)
  return [
    ...(written.length > 0 ? [` in ${joined(written, 'or')}`] : []),
    ...(places.length > 0 ? [` in ${joined(places, 'or')}`] : []),
    ...(globs.length > 0
      ? [
          ` in ${joined(
            globs.map((glob) => code(glob.written)),
            'or',
          )}`,
        ]
      : []),
    ...(anywhere ? [' anywhere (also in tests and third-party code)'] : []),
  ].join('')
}
