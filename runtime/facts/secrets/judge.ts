/** Whether a value with the name of a credential is one, stands for one, or is something else: a reference, a word. */
import { bits, isPlaceholder, saysToFillIn } from '../placeholder.ts'
import type { NamedValue } from './named-values.ts'

export type Judgement = 'secret' | 'placeholder' | 'neither'

const isPasswordName = (key: string): boolean => /pass|pwd/i.test(key)

/** Code that gets the value, a path, an address, a type, a message with holes. */
const reference =
  /^[$%@(!]|^\w+(\.\w+)*\(|[()[\]{}]|^(os|self|this|process|config|settings|env|args|options|request|cls)\.|^[./~]|^\w+:\/|^\w+:\/\/|^(arn|urn):|^[A-Za-z]:\\|\s|&[a-z]+;|%[sd]|\\[nrt]/
const filename = /^[\w.-]*\.(json|ya?ml|toml|ini|conf|cfg|env|txt|pem|key|crt|secrets?|py|sh|js|xml)$/i
const plainWord = /^[a-z]+([-_./][a-z]+)*$/i
const boolish =
  /^(true|false|yes|no|on|off|null|none|nil|str(ing)?|int|bool(ean)?|bytes|any|optional|required|undefined)$/i

/** A digest or the name of a version tells nothing to whom it should not. */
const digest = /^(sha\d+|md5)[-:]/i

/** Code that gets a value, and what nobody keeps secret. */
const saysNothing = (text: string, quoted: boolean, code: boolean): boolean =>
  text === '' ||
  (code && (!quoted || /\{[^{}]*\}/.test(text))) ||
  /^["']?\\?\$/.test(text) ||
  boolish.test(text) ||
  digest.test(text) ||
  filename.test(text) ||
  /^\d{1,5}$/.test(text)

/** Whether it is written down here as it is, be it a secret or a mere word; in code, a word without quotes is a name. */
export function isValue({ key, value, quoted }: NamedValue, code: boolean): boolean {
  const text = value.trim()
  const isStandIn = isPlaceholder(text) || text.toLowerCase() === key.toLowerCase()
  const isWritten = quoted || !code || (isPassword(text) && /\d/.test(text))
  return isWritten && !isStandIn && !saysNothing(text, true, code) && !reference.test(text)
}

/** `code`: whether an unquoted word is a name of the program. */
export function judge({ key, value, quoted }: NamedValue, code: boolean): Judgement {
  const text = value.trim()
  if (saysNothing(text, quoted, code) || (code && (hides(text) || namesItself(key, text)))) return 'neither'
  if (isPlaceholder(text) || text.toLowerCase() === key.toLowerCase())
    return quoted || isShaped(text) ? 'placeholder' : 'neither'
  if (reference.test(text)) return 'neither'
  if (text.length >= 16 && bits(text) >= 3 && /\d/.test(text) && /[a-z]/i.test(text)) return 'secret'
  if (text.length >= 24 && bits(text) >= 3.5 && !plainWord.test(text)) return 'secret'
  return isPasswordName(key) && isPassword(text) ? 'secret' : 'neither'
}

/** What a program puts in place of a credential before it shows it: `safe["token"] = "***"`. */
const hides = (text: string): boolean =>
  /^[*•…]+$/.test(text) || /^\W*(redacted|masked|hidden|removed|filtered|omitted|censored)\W*$/i.test(text)

/**
 * A code, a type or a message that a program has a name for: `INVALID_TOKEN = "auth.invalid_token"`. What asks for its own
 * replacement is none, and neither is the word alone, `PASSWORD = "password"`.
 */
function namesItself(key: string, text: string): boolean {
  // A hole to fill in: `SERVICE_TOKEN = "<Service Token>"`.
  if (/^<[^<>]*>$/.test(text)) return false
  const [name, said] = [wordsOf(key), wordsOf(text)]
  if (/\s/.test(text) && said === name) return true
  return said.endsWith(` ${name}`) && !saysToFillIn(text)
}

const wordsOf = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim()

/** A placeholder that is written as one, not a word of a sentence: `<token>`, `YOUR_KEY`, `xxxx`, half a token. */
const isShaped = (text: string): boolean => /[<>{}*_%x•…\d]/.test(text)

/** What people choose: six characters and more, of at least two sorts, one of them no small letter. */
function isPassword(text: string): boolean {
  if (text.length < 6 || text.length > 64 || plainWord.test(text)) return false
  const sorts = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((sort) => sort.test(text)).length
  return sorts >= 2
}
