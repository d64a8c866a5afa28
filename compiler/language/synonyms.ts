/** What people call a statement or a clause who know other tools, and its word here. */
import { statementWords, written } from './tokens.ts'

const statements: Readonly<Record<string, string>> = {
  ...{
    rule: 'item',
    control: 'item',
    requirement: 'item',
    scenario: 'item',
    policy: 'checklist',
    ruleset: 'checklist',
  },
  ...{ name: 'checklist', feature: 'checklist', category: 'section', group: 'section', chapter: 'section' },
  ...{ import: 'use', include: 'use', require: 'use', from: 'use', description: 'about', summary: 'about' },
  ...{ let: 'define', def: 'define', const: 'define', set: 'define', var: 'define', macro: 'define', type: 'define' },
  ...{ param: 'parameter', variable: 'parameter', option: 'parameter', setting: 'parameter' },
}

const clauses: Readonly<Record<string, string>> = {
  ...{ all: 'every', each: 'every', any: 'some', exists: 'some', forbid: 'no', deny: 'no', never: 'no', without: 'no' },
  ...{ a: 'every', an: 'every', the: 'every', zero: 'no', none: 'no' },
  ...{ priority: 'severity', level: 'severity', impact: 'severity', precision: 'confidence', certainty: 'confidence' },
  ...{
    msg: 'message',
    error: 'message',
    text: 'message',
    description: 'rationale',
    why: 'rationale',
    reason: 'rationale',
  },
  ...{ because: 'rationale', background: 'rationale', explanation: 'rationale', context: 'rationale' },
  ...{ report: 'message', print: 'message', say: 'message', show: 'message', alert: 'message', finding: 'message' },
  ...{ title: 'message', output: 'message', log: 'message', warn: 'message', fail: 'message', result: 'message' },
  ...{ autofix: 'fix', mitigation: 'fix', resolution: 'fix', remediate: 'fix', correction: 'fix', repair: 'fix' },
  ...{ ref: 'see', refs: 'see', docs: 'see', owasp: 'tags', category: 'tags', categories: 'tags', label: 'tags' },
  ...{ replaces: 'was', previously: 'was', former: 'was', supersedes: 'was', condition: 'applies', when: 'applies' },
  ...{ note: 'rationale', remediation: 'fix', remedy: 'fix', solution: 'fix', recommendation: 'fix', advice: 'fix' },
  ...{ reference: 'see', references: 'see', link: 'see', links: 'see', url: 'see', cwe: 'tags', labels: 'tags' },
  ...{
    question: 'review',
    ask: 'review',
    manual: 'review',
    if: 'applies',
    only: 'applies',
    formerly: 'was',
    alias: 'was',
  },
}

/** What a check begins with instead of its own words. */
export interface Opening {
  readonly written: readonly string[]
  readonly meant: readonly string[]
  /** How much higher the number behind it is here: "more than 3" is "at least 4". */
  readonly raised: number
}

const verbs = ['check', 'ensure', 'assert', 'verify', 'require', 'make sure', 'there must be', 'there should be']
const quantifiers: Readonly<Record<string, string>> = {
  ...{ no: 'no', some: 'some', every: 'every', all: 'every', each: 'every', any: 'some', a: 'some', an: 'some' },
}

/** Those that others begin with come behind them. */
export const openings: readonly Opening[] = [
  ...['there is no', 'there are no', 'there must be no', 'there should be no', 'there exists no'].map(to('no')),
  ...['do not allow', 'not any', 'there may be no', 'there must not be any', 'there must not be a'].map(to('no')),
  ...['there is a', 'there is an', 'there is some', 'there must be a', 'there must be some'].map(to('some')),
  ...['there exists a', 'there exists an', 'there exists some', 'there exists', 'there exist'].map(to('some')),
  ...verbs.flatMap((verb) =>
    ['', ' that'].flatMap((that) =>
      Object.entries(quantifiers).map(([word, meant]) => to(meant)(`${verb}${that} ${word}`)),
    ),
  ),
  ...['there is', 'there are', 'there must be', 'there should be'].map(to('some')),
  ...['no more than', 'not more than', 'maximum', 'maximum of', 'max', 'up to', 'at maximum'].map(to('at most')),
  ...['no fewer than', 'no less than', 'not less than', 'not fewer than', 'minimum', 'min'].map(to('at least')),
  ...['more than', 'over'].map(to('at least', 1)),
  ...['fewer than', 'less than', 'under'].map(to('at most', -1)),
  ...['only', 'just', 'precisely'].map(to('exactly')),
]

function to(meant: string, raised = 0) {
  return (words: string): Opening => ({ written: words.split(' '), meant: meant.split(' '), raised })
}

/** Undefined where nobody is known to call something so. */
export function meantBy(word: string, kind: 'statement' | 'clause'): string | undefined {
  const known = kind === 'statement' ? statements : clauses
  const name = word.toLowerCase()
  return Object.hasOwn(known, name) ? known[name] : undefined
}

export const isStatementName = (name: string): boolean => statementWords.some((word) => written(word) === name)
