/** JSON text and numbers as values. */
import { dumped, JSON_TEXT } from '../json/dump'
import { writeEscape } from '../json/escapes'
import { parseJson } from '../json/parse'
import { allocate } from '../memory'
import {
  boolean,
  copyString,
  FALSE,
  isString,
  lengthOf,
  NULL,
  newString,
  small,
  TRUE,
  TYPE_NUMBER,
  textOf,
  typeOf,
  UNDEFINED,
  Value,
} from '../values'

/** What OPA marshals can stand in HTML and in scripts: `<`, `>`, `&`, U+2028 and U+2029 are escaped. */
export function builtin_json_marshal(value: Value): Value {
  const text = dumped(value, JSON_TEXT)
  const end = textOf(text) + lengthOf(text)
  let length = lengthOf(text)
  for (let at = textOf(text); at < end; at++) length += isMarkup(at) ? 5 : isSeparator(at) ? 3 : 0
  if (length == lengthOf(text)) return text
  const escaped = allocate(length)
  let to = escaped
  for (let at = textOf(text); at < end; at++) {
    if (isMarkup(at)) {
      to = writeEscape(to, load<u8>(at))
    } else if (isSeparator(at)) {
      to = writeEscape(to, 0x2000 | (load<u8>(at, 2) & 0x3f))
      at += 2
    } else store<u8>(to++, load<u8>(at))
  }
  return newString(escaped, length)
}

function isMarkup(at: usize): bool {
  const byte = load<u8>(at)
  return byte == 0x3c || byte == 0x3e || byte == 0x26
}

/** E2 80 A8 and E2 80 A9. JSON text ends with ASCII, so that there are bytes to look at. */
function isSeparator(at: usize): bool {
  return load<u8>(at) == 0xe2 && load<u8>(at, 1) == 0x80 && (load<u8>(at, 2) & 0xfe) == 0xa8
}

/** A copy is parsed, since escapes are undone in place. */
export function builtin_json_unmarshal(text: Value): Value {
  return isString(text) ? parseJson(textOf(copyString(textOf(text), lengthOf(text))), lengthOf(text)) : UNDEFINED
}

export function builtin_json_is_valid(text: Value): Value {
  return boolean(isString(text) && builtin_json_unmarshal(text) != UNDEFINED)
}

/** The number that a text is, written as in JSON and nothing around it. */
export function builtin_to_number(value: Value): Value {
  if (typeOf(value) == TYPE_NUMBER) return value
  if (value == NULL || value == FALSE) return small(0)
  if (value == TRUE) return small(1)
  if (!isString(value) || lengthOf(value) == 0) return UNDEFINED
  const first: u32 = load<u8>(textOf(value))
  const last: u32 = load<u8>(textOf(value) + lengthOf(value) - 1)
  if ((first != 0x2d && first - 48 > 9) || last - 48 > 9) return UNDEFINED
  return builtin_json_unmarshal(value)
}
