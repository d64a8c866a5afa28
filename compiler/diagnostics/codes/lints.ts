/** What is legal and probably not meant. */
import { warning } from './define.ts'

export const lintsCodes = {
  'optional-decides': warning(
    '{name} may be missing: the comparison then fails, and "{word}" makes that {outcome}',
    'Write "{name} is present and …" or "({name} is missing or …)", whichever is meant.',
  ),
  'join-without-equality': warning('every {inner} is looked at for every {outer}', '{suggestion}'),
  'star-is-literal': warning('"{text}" means a star here, not anything', 'Write "like" where * stands for anything.'),
  'text-of-a-word': warning(
    '"{text}" is the text, not the value {text} that files and code hold',
    'Write it without quotes, unless a text is meant.',
  ),
  'always-holds': warning(
    'this holds always, so that it asks for nothing',
    'Leave it out, or compare with what was meant.',
  ),
  'never-holds': warning(
    'this never holds, so that it is as if nothing were asked',
    'Write "or" if one of several is meant, or correct what it compares with.',
  ),
  'repeated-condition': warning('this condition stands twice', 'Leave one of them out.'),
  'same-items': warning(
    '{id} says the same as {other}',
    'Keep one of them; "was" in it keeps what belonged to the other.',
  ),
  'empty-text': warning('this text is empty', 'Say something in it, or leave "{clause}" out.'),
  'no-address': warning(
    '"{text}" is no address',
    'Write one that a reader can follow, such as "https://example.org/tls".',
  ),
  'scope-of-name': warning('"{text}" takes in only files of that name', '{suggestion}'),
  'no-message': warning(
    'this check has no message, so that its findings show no more than the title of the item',
    'Say below it what was found: message "…", with fields of {subject} between braces.',
  ),
  'foreign-placeholder': warning('a placeholder is written {written}', '{suggestion}'),
  'hidden-by-field': warning(
    '"{name}" is the field of {kind} here, not the definition of that name',
    'Give the definition another name.',
  ),
  'unused-name': warning('nothing uses "{name}"'),
} as const
