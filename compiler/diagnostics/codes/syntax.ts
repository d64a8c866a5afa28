/** What cannot be read as the language. */
import { error } from './define.ts'

export const syntaxCodes = {
  'unexpected-character': error('"{characters}" has no meaning in the language', '{suggestion}'),
  'foreign-operator': error('"{found}" is written otherwise in a checklist', 'Write "{word}".'),
  'foreign-format': error('this reads as {format}, and not as a checklist', 'Start with: checklist NAME 1.0.0 "title"'),
  prose: error(
    'this reads as prose, and not as a clause or statement',
    'Put it in quotes behind "about", "rationale" or "message", or behind # as a comment.',
  ),
  'needless-brackets': error('values of "{clause}" stand without brackets'),
  'foreign-comment': error('a comment starts with "#"'),
  'slash-in-pattern': error('a / inside a pattern would end it', 'Write it as \\/.'),
  'foreign-flag': error('a pattern has no flags "{flags}"', 'There is one flag, i, for letters of either case.'),
  'foreign-number': error(
    '"{number}" is no number of the language',
    'A number is written in digits, with a "." before decimals; a mode such as "0640" is a text and stands in quotes.',
  ),
  'wrong-case': error('"{word}" is a word of the language, which are written in small letters', 'Write "{meant}".'),
  'needless-quotes': error('{text} stands without quotes here'),
  'bad-version': error('"{version}" is no version', 'Three numbers joined by full stops: {meant}.'),
  'missing-quotes': error('"{what}" is a text, and has to stand in quotes', 'Write " on both sides.'),
  'wrong-quotes': error('text stands between straight double quotes, not {quote}', 'Write " on both sides.'),
  'inner-quotes': error('a quote inside a text would end it', 'Write it as \\".'),
  'unclosed-text': error(
    'this text is not closed before the end of the line',
    'Write " at its end; text of several lines stands between """ and """.',
  ),
  'unclosed-block': error('this text of several lines is never closed', 'Write """ at its end.'),
  'unclosed-pattern': error(
    'this pattern is not closed before the end of the line',
    'Write / at its end; a / inside is written \\/, and [ needs its ].',
  ),
  'unknown-escape': error(
    'text has no escape {escape}',
    'There are \\", \\\\, \\n and \\t; in a glob a mark in brackets is the mark itself: "[*]".',
  ),
  'unknown-statement': error('no statement starts with {word}', '{suggestion}'),
  'unknown-clause': error('no clause of an item starts with {word}', '{suggestion}'),
  'clause-outside-item': error(
    '"{word}" belongs to an item, and none is open here',
    'Put it below the line of its item.',
  ),
  'wrong-column': error(
    'a condition needs "and"; a new check starts in column {column}',
    'Write "and" before it, or move it to column {column}.',
  ),
  'missing-word': error('{words} is missing before {found}'),
  'missing-part': error('{part} is missing before {found}', 'It is written: {shape}'),
  'doubled-word': error('"{word}" stands twice'),
  'wrong-order': error('the type of a parameter stands behind its name', 'Write {first} {second}.'),
  'foreign-function': error('a checklist calls no functions, such as "{name}"', '{suggestion}'),
  arithmetic: error('nothing is computed in a checklist', '{suggestion}'),
  indexed: error(
    'an element of "{list}" is not taken by its number',
    'Ask for it by what it is: some ELEMENT where FIELD is VALUE; an argument has a position.',
  ),
  called: error('"{name}" is not called, but said of the subject that is there', 'Write {name} alone.'),
  'two-words': error('a name of several words is written as one', 'Write {name}.'),
  'scope-behind': error('"{scope}" belongs behind the kind that it narrows', 'Write it before "where".'),
  'scope-left-out': error('"{scope}" leaves something out, and a scope only takes in', '{suggestion}'),
  'value-alone': error('a value alone is no condition', 'Write {condition}.'),
  'list-brackets': error('a list stands in brackets', 'Write [ before it and ] behind it.'),
  'misspelt-word': error('"{word}" does not fit here', 'Did you mean "{meant}"?'),
  unexpected: error('expected {expected}, found {found}', '{suggestion}'),
  'missing-must': error(
    'this "every" has no "must", so nothing is asked of it',
    'Go on with what has to hold, such as: must have read_timeout.',
  ),
  'unclosed-bracket': error('this "{bracket}" is never closed', 'Write "{closing}" where what it holds ends.'),
  'unopened-bracket': error('this "{bracket}" closes nothing', 'Leave it out, or open it where what it holds begins.'),
  'mixed-and-or': error(
    '"and" and "or" stand side by side, which can be read in two ways',
    'Write one of these:\n    {first}\n    {second}',
  ),
  'too-deep': error(
    'more than {limit} conditions stand inside one another here',
    'Name a part of it with "define" and use the name.',
  ),
} as const
