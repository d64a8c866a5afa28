/**
 * Which rules fire on an event by which the code reports that it failed itself. Such an event is a dictionary that the
 * code writes, so its keys and its fixed values are among the code's own texts; what an API calls a failure is not.
 *
 *     code    emit({"type": "error", "error_code": "API_TIMEOUT"})        or  jq -n '{type: "error"}'  in a script
 *     rule    <field name="guard.error_code">^API_</field>      the field has the name of a failure, and the code has it
 *             <field name="type">^error$</field>                the value does, and the code has both
 *             <if_sid>100010</if_sid>                           below a rule that does
 *
 * A function that collects keywords writes them as keys: emit(type="error") of `def emit(**event)`, and so does
 * dict(event, type="error").
 */
import type { RecordFact } from '../../../compiler/index.ts'
import type { LocalFact } from '../extractor.ts'
import type { ModuleSummary } from '../flow/summary.ts'
import type { FileExtraction, Linker } from '../link.ts'

export const failureRuleLinker: Linker = {
  name: 'failure-rules',
  sets: ['wazuh_rule'],
  reads: ['string', 'command'],
  link(extractions) {
    const rules = extractions.flatMap(({ extraction }) => extraction.facts.wazuh_rule ?? [])
    if (rules.length === 0) return extractions
    const texts = new Set([...textsOf(extractions), ...collectedKeywords(extractions)])
    const reporting = withThoseBelow(rules, (rule) =>
      conditionsOf(rule).some((condition) => isFailure(condition, texts)),
    )
    return extractions.map((each) => marked(each, reporting))
  },
}

type Rule = LocalFact<'wazuh_rule'>
type Condition = RecordFact<'condition'>

/** The schema gives records in lists without their own fields. */
const conditionsOf = (rule: Rule) => rule.conditions as readonly Condition[]

/** Words for a failure, within names such as `error_code` and `API_TIMEOUT`, and as texts of their own. */
const failing =
  /(^|[^a-z])(err(or)?s?|errno|fail(s|ed|ure|ures)?|fatal|exception|traceback|timeout|unreachable|denied|crash(ed)?|abort(ed)?)([^a-z]|$)/i

/** Texts of the code that are no docstring, those with holes left out. */
function textsOf(extractions: readonly FileExtraction[]): ReadonlySet<string> {
  const texts = new Set<string>()
  for (const { file, extraction } of extractions) {
    if (file.role === 'test' || file.vendored) continue
    for (const { value, role } of extraction.facts.string ?? []) {
      if (role !== 'docstring' && value.length <= longest) for (const text of [value, labelIn(value)]) texts.add(text)
    }
    for (const { name, found_in, arguments: given } of extraction.facts.command ?? []) {
      if (found_in !== 'script' || !writers.has(name)) continue
      for (const { text } of given as readonly RecordFact<'argument'>[])
        for (const word of wordsIn(text)) texts.add(word)
    }
  }
  return texts
}

/**
 * The names of what is handed to functions that collect keywords: those of the repository, each by the last part of its
 * name, and those that make a dictionary.
 */
function collectedKeywords(extractions: readonly FileExtraction[]): readonly string[] {
  const summaries = extractions.flatMap(({ file, extraction: { summary } }) =>
    file.role === 'test' || file.vendored || summary === undefined ? [] : [summary as ModuleSummary],
  )
  const collectors = new Set(
    summaries
      .flatMap(({ definitions }) => definitions)
      .filter(({ parameters }) => parameters.some(({ spread }) => spread === '**'))
      .map(({ name }) => lastPart(name)),
  )
  const calls = summaries.flatMap((summary) => summary.calls).filter(({ callee }) => collectors.has(lastPart(callee)))
  const handed = calls.flatMap(({ given }) => given.flatMap(({ argument }) => argument.name ?? []))
  return [...handed, ...summaries.flatMap(({ keywords }) => keywords)]
}

const lastPart = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1)

/** Programs by which a script writes an event: `jq -n '{type: "error"}'`, `printf '{"type":"error"}'`. */
const writers: ReadonlySet<string> = new Set(['jq', 'echo', 'printf', 'logger'])

const wordsIn = (text: string): readonly string[] => text.split(/[^\w.-]+/).filter((word) => word !== '')

/** A text that ends in what separates it from what follows: `log("error: " + reason)`. */
const labelIn = (text: string): string => text.replace(/[\s:]+$/, '')

/** Keys and codes are short. */
const longest = 80

function isFailure({ field, pattern, negated }: Condition, texts: ReadonlySet<string>): boolean {
  if (negated) return false
  const names = field.split('.')
  const isWhole = field === 'full_log'
  if (!isWhole && !texts.has(names.at(-1) ?? '')) return false
  if (!isWhole && names.some((name) => failing.test(name) && texts.has(name))) return true
  return literalsOf(pattern).some((literal) => failing.test(literal) && isWritten(literal, isWhole, texts))
}

/** What the whole event is searched for may hold a key with its value: `"type": "error"`. */
function isWritten(literal: string, isWhole: boolean, texts: ReadonlySet<string>): boolean {
  if (texts.has(literal)) return true
  const parts = isWhole ? literal.split(/[^\w.-]+/).filter((part) => part !== '') : []
  return parts.length > 0 && parts.every((part) => texts.has(part)) && parts.some((part) => failing.test(part))
}

/** The alternatives of a pattern, without anchors and groups around, as far as they are plain text. */
const literalsOf = (pattern: string): readonly string[] =>
  pattern
    .replace(/^\(\?[a-z]+\)/, '')
    .split('|')
    .map((part) =>
      part
        .trim()
        .replace(/^[(^]+|[)$]+$/g, '')
        .replace(/\\([^\w\s])/g, '$1'),
    )
    .filter((part) => part !== '' && !/[\\*+[\]{}()]/.test(part))

/** Those that hold by themselves, and those that ask for one of them first. */
function withThoseBelow(rules: readonly Rule[], holds: (rule: Rule) => boolean): ReadonlySet<Rule> {
  const found = new Set(rules.filter(holds))
  const below = new Map<string, Rule[]>()
  for (const rule of rules) for (const id of rule.if_sids) below.set(id, [...(below.get(id) ?? []), rule])
  // A set is walked with what is added on the way.
  for (const rule of found) for (const child of below.get(String(rule.id)) ?? []) found.add(child)
  return found
}

function marked(each: FileExtraction, reporting: ReadonlySet<Rule>): FileExtraction {
  const own = each.extraction.facts.wazuh_rule
  if (own === undefined || !own.some((rule) => reporting.has(rule))) return each
  const rules = own.map((rule) => (reporting.has(rule) ? { ...rule, reports_failure: true } : rule))
  return { ...each, extraction: { ...each.extraction, facts: { ...each.extraction.facts, wazuh_rule: rules } } }
}
