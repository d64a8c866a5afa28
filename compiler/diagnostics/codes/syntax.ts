/** What cannot be read as the language. */
import { error } from './define.ts'

export const syntaxCodes = {
  'unexpected-character': error('nothing in the language starts with {character}'),
  'unclosed-text': error(
    'this text is not closed before the end of the line',
    'Write " at its end; text of several lines stands between """ and """.',
  ),
  'unclosed-block': error('this text of several lines is never closed', 'Write """ at its end.'),
  'unclosed-pattern': error(
    'this pattern is not closed before the end of the line',
    'Write / at its end; a / inside is written \\/.',
  ),
  'unknown-escape': error('text has no escape {escape}', 'There are \\", \\\\, \\n and \\t.'),
  'unknown-statement': error('no statement starts with "{word}"', '{suggestion}'),
  'unknown-clause': error('no clause of an item starts with "{word}"', '{suggestion}'),
  'clause-outside-item': error(
    '"{word}" belongs to an item, and none is open here',
    'Put it below the line of its item, indented.',
  ),
  'wrong-column': error(
    'a condition needs "and"; a new check starts in column {column}',
    'Write "and" before it, or move it to column {column}.',
  ),
  unexpected: error('expected {expected}, found {found}'),
  'mixed-and-or': error(
    '"and" and "or" stand side by side, which can be read in two ways',
    'Write either {first} or {second}.',
  ),
  'too-deep': error(
    'this is nested deeper than {limit} conditions',
    'Name a part of it with "define" and use the name.',
  ),
} as const
