/** Names that stand for nothing, for two things, or for themselves. */
import { error } from './define.ts'

export const namesCodes = {
  'unknown-kind': error('there is no kind of fact named "{name}"', '{suggestion}'),
  'unknown-field': error('{kind} has no field "{name}"', '{suggestion}'),
  'unknown-name': error('nothing is named "{name}" here', '{suggestion}'),
  'unknown-value': error('{field} is never "{value}"', '{suggestion}'),
  'unknown-scope': error('there is no scope "{name}"', '{suggestion}'),
  'unknown-word': error('{clause} has no value "{word}"', '{suggestion}'),
  'not-a-reference': error('"{name}" holds a value and has no fields of its own', 'Leave out what stands behind it.'),
  'field-without-subject': error(
    'on the right, the field "{name}" needs the name of its subject',
    'Write {subject}.{name}, or quotes around it if the word itself is meant.',
  ),
  'kind-as-condition': error('"{name}" is a kind of fact, not a condition', 'Ask for one: some {name} where …'),
  'kind-as-value': error('"{name}" is a kind of fact, not a value', 'If the word itself is meant, write "{name}".'),
  'part-without-owner': error(
    'a fact named "{name}" stands only within another: {owners}',
    'Ask for it there: some {owner} where some {name} where …',
  ),
  'part-in-scope': error(
    'each {kind} has its own {name}, which no scope narrows',
    'Leave out "in" or "anywhere", or put it behind {kind}.',
  ),
  'part-as-kind': error(
    '"{name}" stands only within other facts and is no kind by itself',
    'Write a condition on it: define {definition}({name}) as …',
  ),
  'kind-redefined': error('"{name}" is the name of a kind of fact', 'Give the definition another name.'),
  'duplicate-name': error('"{name}" is defined twice', 'Give one of them another name.'),
  'duplicate-parameter': error(
    'two files have a parameter "{name}", and this checklist uses both',
    'Keep one of them, and take it from its file with "use".',
  ),
  'duplicate-identifier': error(
    'the {what} {id} stands in this checklist twice',
    'Give one of them an identifier of its own.',
  ),
  'duplicate-subject': error('two subjects of this sentence are named "{name}"', 'Name one of them with "as".'),
  'bad-item-id': error(
    '"{id}" is no identifier of an item',
    'Capital letters and digits, in parts joined by hyphens: CRED-02.',
  ),
  'bad-checklist-id': error(
    '"{id}" is no name of a checklist',
    'Small letters and digits, in parts joined by hyphens: wazuh-integration.',
  ),
  'former-in-use': error(
    'the former identifier {id} belongs to another item',
    'An old identifier leads to one item, or nobody knows which waivers it has.',
  ),
  'definition-cycle': error('the definition of "{name}" needs itself'),
  'definitions-too-deep': error(
    'more than {limit} definitions need one another in a row',
    'Write out some of what they name.',
  ),
  'use-cycle': error('{path} uses this file, so that each would need the other first'),
  'unknown-file': error('there is no file {path}', 'The path is relative to this file, without its extension.'),
  'use-outside': error('{path} lies outside the folder of the checklists'),
  'not-in-file': error('{path} does not define "{name}"', '{suggestion}'),
  'no-checklist': error('this file has no "checklist" line', 'Start it with: checklist NAME 1.0.0 "title"'),
  'second-checklist': error('a file has one "checklist" line, and this is another'),
  'second-about': error('a checklist says once what it is about, and this is another time'),
  'outside-checklist': error(
    'this file is no checklist, so that its "{word}" is never asked for',
    'Move it to a checklist, or start the file with: checklist NAME 1.0.0 "title"',
  ),
} as const
