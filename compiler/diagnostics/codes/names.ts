/** Names that stand for nothing, for two things, or for themselves. */
import { error } from './define.ts'

export const namesCodes = {
  'unknown-kind': error('there is no kind of fact named "{name}"', '{suggestion}'),
  'unknown-field': error('{kind} has no field "{name}"', '{suggestion}'),
  'unknown-name': error('nothing is named "{name}" here', '{suggestion}'),
  'unknown-value': error('{field} is never "{value}"', '{suggestion}'),
  'unknown-scope': error('there is no scope "{name}"', '{suggestion}'),
  'unknown-word': error('{clause} has no value "{word}"', '{suggestion}'),
  'not-a-reference': error('"{name}" holds a value and has no fields of its own'),
  'duplicate-name': error('"{name}" is defined twice', 'Give one of them another name.'),
  'duplicate-item': error('the item {id} stands in this checklist twice', 'Give one of them an identifier of its own.'),
  'duplicate-subject': error('two subjects of this sentence are named "{name}"', 'Name one of them with "as".'),
  'bad-item-id': error(
    '"{id}" is no identifier of an item',
    'Capital letters and digits, in parts joined by hyphens: CRED-02.',
  ),
  'definition-cycle': error('the definition of "{name}" needs itself'),
  'use-cycle': error('this file uses itself, by way of {path}'),
  'unknown-file': error('there is no file {path}', 'The path is relative to this file, without its extension.'),
  'use-outside': error('{path} lies outside the folder of the checklists'),
  'not-in-file': error('{path} does not define "{name}"', '{suggestion}'),
  'no-checklist': error('this file has no "checklist" line', 'Start it with: checklist NAME 1.0.0 "title"'),
  'second-checklist': error('a file has one "checklist" line, and this is another'),
} as const
