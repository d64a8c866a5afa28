/** What is legal and probably not meant. */
import { warning } from './define.ts'

export const lintsCodes = {
  'optional-decides': warning(
    '{name} may be missing: the comparison then fails, and "{word}" makes that {outcome}',
    'Write "{name} is present and …" or "({name} is missing or …)", whichever is meant.',
  ),
  'join-without-equality': warning('every {inner} is looked at for every {outer}', '{suggestion}'),
  'star-is-literal': warning('"{text}" means a star here, not anything', 'Write "like" where * stands for anything.'),
  'always-holds': warning('at least 0 holds always'),
  'hidden-by-field': warning(
    '"{name}" is the field of {kind} here, not the definition of that name',
    'Give the definition another name.',
  ),
  'unused-name': warning('nothing uses "{name}"'),
} as const
