/** What a path is for, as its name alone tells: the same signs wherever a path gets a mode or an owner. */
import type { Fact } from '../../compiler/index.ts'

export type PathRole = Fact<'permission'>['path_role']

/** Words of names of files that hold what nobody else may read. */
const secrets =
  /(^|[._-])(secrets?|credentials?|creds?|passw(or)?ds?|passphrases?|tokens?|api[_-]?keys?|apikeys?|auth|netrc|pgpass|htpasswd|vault|private)([._-]|$)|^\.env([._-]|$)|\.(pem|key|p12|pfx|jks|keystore|kdbx?)$|^id_(rsa|dsa|ecdsa|ed25519)$/i

/** Words of names of files that a program writes to go on from where it stopped. */
const state =
  /(^|[._-])(states?|cursors?|bookmarks?|checkpoints?|offsets?|last[_-]?(run|seen|id|event|time(stamp)?)|progress|watermark|seen[_-]?ids?|positions?)([._-]|$)/i

/** Directories say by their name what the files in them are for. */
export function pathRoleOf(path: string | undefined): PathRole {
  const parts = (path ?? '').split(/[/\\]/).filter((part) => part !== '')
  const name = parts.at(-1) ?? ''
  if (secrets.test(name)) return 'secrets'
  if (state.test(name)) return 'state'
  const folder = parts.at(-2) ?? ''
  if (/^\.?(secrets?|credentials?|creds?|tokens?)$/i.test(folder)) return 'secrets'
  return /^states?$/i.test(folder) ? 'state' : 'other'
}
