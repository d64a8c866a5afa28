/** What is legal and probably not meant. */
import { warning } from './define.ts'

export const lintsCodes = {
  'optional-decides': warning(
    '{name} may be missing, and then this {outcome}',
    'Say what you want: add "{name} is present" or "{name} is missing".',
  ),
  'join-without-equality': warning(
    'every {inner} is looked at for every {outer}',
    'Bind the two with an equality, such as function is {outer}.function.',
  ),
  'unused-definition': warning('nothing uses "{name}"'),
} as const
