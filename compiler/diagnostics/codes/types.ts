/** Things that do not fit together. */
import { error } from './define.ts'

export const typesCodes = {
  'wrong-type': error('{left} is {leftType}, and {right} is {rightType}: they are never equal'),
  'needs-number': error('"{operator}" compares numbers, and {name} is {type}'),
  'needs-text': error('"{operator}" looks at text, and {name} is {type}'),
  'needs-pattern': error(
    '"matches" needs a pattern, such as /^v[0-9]/',
    'For a fixed text write "is" or "contains"; for * write "like".',
  ),
  'needs-matches': error('"{operator}" takes no pattern', 'Write "matches" before a pattern.'),
  'needs-among': error('"{operator}" takes one value, and this is a list', 'Write "is among" before a list.'),
  'needs-list': error('"is among" needs a list, such as ["a", "b"]'),
  'needs-condition': error(
    '{name} is {type}, which does not hold or fail by itself',
    'Compare it, or ask whether it "is present".',
  ),
  'needs-fact': error('{name} is {type}, and only facts are the same or not'),
  'needs-subject': error('"{name}" is a condition and has to be said of a subject'),
  'other-kind': error('{left} is a {leftKind} and {right} is a {rightKind}: they are never the same'),
  'wrong-subject': error('"{name}" speaks of {wanted}, and {found} is none'),
  'never-missing': error('{name} is always there', 'Compare its value instead.'),
  'list-field': error('{name} is a list', 'Ask for its elements: some {singular} where …'),
  'among-needs-path': error('only "path" can be asked about from a list'),
  'no-scope': error('{kind} has no place in a file, so that no scope narrows it'),
  'bad-pattern': error('the pattern is not RE2: {reason}'),
  'bad-parameter': error('the value of the parameter is not {type}'),
  'out-of-bounds': error('the value of the parameter lies outside its bounds'),
  'unbound-placeholder': error('"{name}" in this text stands for nothing', '{suggestion}'),
  'no-witness': error('not every finding has a {name} to show', 'Show a field of the subject of the check.'),
  'unclosed-placeholder': error(
    'this text opens a placeholder and does not close it',
    'A brace itself is written twice.',
  ),
  'no-severity': error('the item has no severity', 'Add one of: severity critical, high, medium, low, info.'),
  'no-check': error(
    'the item checks nothing',
    'Add a sentence with no, some, every, at least, at most or exactly, or a review.',
  ),
  'clause-twice': error('the item has two clauses "{clause}"'),
  'clause-without-check': error('"{clause}" belongs to the check above it, and there is none'),
} as const
