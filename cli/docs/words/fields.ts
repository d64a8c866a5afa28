/** What is said of a subject by its fields. */
import { unreachable, type Value } from '../../../compiler/index.ts'
import { term } from './marks.ts'
import { type Context, inWords, meaningOf, nounNamed, stepsWords, valueWords } from './nouns.ts'
import { firstForm, type Phrase, thirdPerson, withArticle } from './phrases.ts'

/** What a field of a subject is; `rest` starts with a verb. */
export function about(value: Value, rest: string, context: Context): Phrase {
  const innermost = context.subjects.at(-1)?.name
  switch (value.kind) {
    case 'field':
      return value.subject === innermost
        ? ownField(stepsWords(value.steps), rest)
        : { kind: 'sentence', text: `${valueWords(value, context)} ${rest}`, negated: false }
    case 'element': {
      const [verb = '', ...others] = rest.split(' ')
      return value.subject === innermost
        ? { kind: 'verb', verb: firstForm(verb), rest: others.join(' '), negated: false }
        : { kind: 'sentence', text: `${valueWords(value, context)} ${rest}`, negated: false }
    }
    case 'literal':
    case 'parameter':
      return { kind: 'sentence', text: `${valueWords(value, context)} ${rest}`, negated: false }
    default:
      return unreachable(value)
  }
}

/** A field whose name is a verb says what the thing does: that turns off "selinux", that is found in "documentation". */
function ownField(noun: string, rest: string): Phrase {
  const [, verb, object = ''] = /^(turns|installs|starts|catches|uses|grants) ?(.*)$/.exec(noun) ?? []
  const [, not, value] = /^is (not )?(.*)$/s.exec(rest) ?? []
  if (value !== undefined && verb !== undefined) {
    return { kind: 'verb', verb: firstForm(verb), rest: `${object} ${value}`.trim(), negated: not !== undefined }
  }
  if (value !== undefined && noun.endsWith(' in')) {
    return { kind: 'verb', verb: 'be', rest: `${noun} ${value}`, negated: not !== undefined }
  }
  return { kind: 'part', noun, rest }
}

/**
 * The schema says what a boolean field means: "Whether it names this machine itself." Where that is said of something
 * else, the field's name has to do, which the page explains.
 */
export function holds(value: Value, context: Context): Phrase {
  if (value.kind !== 'field') return { kind: 'sentence', text: `${valueWords(value, context)} is true`, negated: false }
  const subject = context.subjects.find(({ name }) => name === value.subject)
  const own = subject === context.subjects.at(-1) && value.steps.length === 1
  const owner = own ? 'it' : ownerWords(value, context)
  const meaning = subject && meaningOf(subject, value.steps)
  const said = saidBy(meaning, inWords(value.steps.at(-1)?.field ?? ''))
  if (own) return { kind: 'verb', ...said, negated: false }
  return { kind: 'sentence', text: `${owner} ${thirdPerson(said.verb)} ${said.rest}`, negated: false }
}

/** By a meaning such as "it names this machine itself", by a name such as `ends in exec`, or by the name as a property. */
function saidBy(meaning: string | undefined, name: string): { readonly verb: string; readonly rest: string } {
  const found = /^it (?!was\b)(\w+s)\b ?(.*)$/s.exec(meaning ?? '') ?? /^(\w+[^us ]s)\b ?(.*)$/.exec(name)
  const [, verb, rest = ''] = found ?? []
  return verb === undefined ? { verb: 'be', rest: term(name) } : { verb: firstForm(verb), rest }
}

/** What a field is said of that is not the innermost subject's own: its script, the call. */
function ownerWords({ subject, steps }: Extract<Value, { kind: 'field' }>, context: Context): string {
  const way = stepsWords(steps.slice(0, -1))
  if (way === '') return `the ${nounNamed(subject, context)}`
  return subject === context.subjects.at(-1)?.name ? `its ${way}` : `the ${way} of the ${nounNamed(subject, context)}`
}

export function present(value: Value, context: Context): Phrase {
  if (value.kind === 'field' && value.subject === context.subjects.at(-1)?.name) {
    return { kind: 'verb', verb: 'have', rest: withArticle(stepsWords(value.steps)), negated: false }
  }
  return { kind: 'sentence', text: `there is ${valueWords(value, context)}`, negated: false }
}
