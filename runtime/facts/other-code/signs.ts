/**
 * Words without which code of hardly any language does something. What is not read still shows whether it can do it: a batch
 * file of `python main.py` gives no path a mode, and a page of Ruby without any word for a connection opens none.
 *
 * Rather a word too many: each one that is there leaves the kinds undecided that it speaks of.
 */
import type { KindName } from '../../../compiler/index.ts'

const connecting =
  /http|socket|ur[il]\b|request|fetch|curl|wget|tcp|udp|connect|ftp|download|client|webhook|\bnet\b|::net|smtp|mail|\bssl|\btls|proxy/i
const opening =
  /open|file|write|read|save|load|path|>(?!\s*(?:nul\b|&\d|\/dev\/null|\$null))|\bout-|content|copy|move|rename|dump|\btee\b|mkdir/i
const restricting =
  /chmod|chown|chgrp|umask|\bmode|perm|acl\b|attrib|takeown|setuid|setgid|world|everyone|\b0?[0-7]{3}\b|0o[0-7]{3}/i
const starting =
  /exec|system|spawn|popen|fork|eval|shell|`|%x|command|process|invoke|\biex\b|\bcmd\b|\bstart\b|runtime|for\s+\/f|\b(?:ba|z)?sh\b/i
const asking = /select|insert|update|delete|sql|query/i
const secret = /key|token|secret|passw|pwd|cred|auth|bearer|env|config|setting|arg[sv]|%[~*\d]|\$\d/i
const failing = /try|catch|rescue|except|trap|error|raise|throw|\bdie\b|panic|fail|stack|trace|abort/i
/** What commands do that any reader of a script looks for. */
const administering =
  /\bpip|conda|\buv\b|install|sudo|run-?as|doas|\bsu\b|netsh|firewall|selinux|setenforce|defender|schtasks|crontab|\bsc\b|\breg\b|service|te?mp\b/i

const signs: Partial<Record<KindName, readonly RegExp[]>> = {
  connection: [connecting],
  file_access: [opening],
  file_write: [opening],
  file_replace: [opening],
  permission: [restricting],
  process: [starting],
  query: [asking],
  output: [secret, failing],
  raise: [failing],
  handler: [failing],
  fallback: [secret],
  command: [administering, connecting, restricting, secret],
}

/** Whether code may hold facts of a kind, as far as its words tell; always where no words are known for the kind. */
export const mayHold = (text: string, kind: KindName): boolean => signs[kind]?.some((sign) => sign.test(text)) ?? true
