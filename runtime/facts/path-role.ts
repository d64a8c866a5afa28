/** What a path is for, as its name alone tells: the same signs wherever a path gets a mode, an owner or data. */
import type { Fact } from '../../compiler/index.ts'
import { isProgramOrProse } from './classify/languages.ts'

export type PathRole = Fact<'permission'>['path_role']
export type FilePurpose = Fact<'file_write'>['purpose']

/** Words of names of files that hold what nobody else may read. */
const secrets =
  /(^|[._-])(secrets?|credentials?|creds?|passw(or)?ds?|passphrases?|tokens?|api[_-]?keys?|apikeys?|auth|netrc|pgpass|htpasswd|vault|private)([._-]|$)|(^|\.)env([._-](?!example|sample|template)|$)|\.(pem|key|p12|pfx|jks|keystore|kdbx?)$|^\.[\w.]*[_-]keys?$|^id_(rsa|dsa|ecdsa|ed25519)$/i

/** Words of names of files that a program writes to go on from where it stopped. */
const state =
  /(^|[._-])(states?|cursors?|bookmarks?|checkpoints?|offsets?|last[_-]?(\w{1,40}[_-])?(run|seen|id|event|time(stamp)?)|progress|watermark|seen[_-]?ids?|positions?)([._-]|$)/i

/** Directories say by their name what the files in them are for. */
export function pathRoleOf(path: string | undefined): PathRole {
  const parts = (path ?? '').split(/[/\\]/).filter((part) => part !== '')
  const name = parts.at(-1) ?? ''
  if (isProgramOrProse(name)) return 'other'
  if (secrets.test(name)) return 'secrets'
  if (state.test(name)) return 'state'
  const folder = parts.at(-2) ?? ''
  if (/^\.?(secrets?|credentials?|creds?|tokens?)$/i.test(folder)) return 'secrets'
  return /^states?$/i.test(folder) ? 'state' : 'other'
}

/** Where everybody may create files. */
const sharedFolder = /^(\/var)?\/tmp(\/|$)|^\/dev\/shm(\/|$)|^\$\{?TMPDIR\b/

/** What a file is for that is written to a path. */
export function filePurposeOf(path: string): FilePurpose {
  // A lock says that a program runs, whatever it lies beside.
  if (/\.(lock|lck|pid)$/i.test(path)) return 'other'
  if (/(^|[._-])(tmp|temp)([._-]|$)|X{4,}/i.test(path.split('/').at(-1) ?? '')) return 'temporary'
  const role = pathRoleOf(path)
  if (role === 'secrets' || role === 'state') return role
  if (/\.log(\.\d+)?$|^\/var\/log\//.test(path)) return 'log'
  return sharedFolder.test(path) ? 'temporary' : 'other'
}
