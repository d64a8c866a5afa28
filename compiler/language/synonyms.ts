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
  ...{ priority: 'severity', level: 'severity', impact: 'severity', precision: 'confidence', certainty: 'confidence' },
  ...{
    msg: 'message',
    error: 'message',
    text: 'message',
    description: 'rationale',
    why: 'rationale',
    reason: 'rationale',
  },
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

/** Several words at the start of a line, and the word that they stand for. */
export const openings: readonly { readonly written: readonly string[]; readonly meant: string }[] = [
  ...['there is no', 'there are no', 'there must be no', 'there should be no', 'do not allow', 'not any'].map(to('no')),
  ...['there is a', 'there is some', 'there is', 'there are', 'there must be a', 'there must be some'].map(to('some')),
  ...['there must be', 'there should be'].map(to('some')),
  ...['check', 'ensure', 'assert', 'verify'].flatMap((verb) =>
    ['no', 'some', 'every'].map((word) => ({ written: [verb, word], meant: word })),
  ),
]

function to(meant: string) {
  return (words: string) => ({ written: words.split(' '), meant })
}

/** Undefined where nobody is known to call something so. */
export function meantBy(word: string, kind: 'statement' | 'clause'): string | undefined {
  const known = kind === 'statement' ? statements : clauses
  const name = word.toLowerCase()
  return Object.hasOwn(known, name) ? known[name] : undefined
}

export const isStatementName = (name: string): boolean => statementWords.some((word) => written(word) === name)
