/** JSON text and numbers as values. */
import { dump, dumpedLength } from '../dump'
import { parse } from '../parse'
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

export function builtin_json_marshal(value: Value): Value {
  const text = dump(value, false)
  return newString(text, dumpedLength(text))
}

/** A copy is parsed, since escapes are undone in place. */
export function builtin_json_unmarshal(text: Value): Value {
  if (!isString(text)) return UNDEFINED
  const copy = copyString(textOf(text), lengthOf(text))
  return parse(textOf(copy), lengthOf(copy), false, false)
}

export function builtin_json_is_valid(text: Value): Value {
  return boolean(isString(text) && builtin_json_unmarshal(text) != UNDEFINED)
}

export function builtin_to_number(value: Value): Value {
  if (typeOf(value) == TYPE_NUMBER) return value
  if (value == NULL || value == FALSE) return small(0)
  if (value == TRUE) return small(1)
  const parsed = isString(value) ? builtin_json_unmarshal(value) : UNDEFINED
  return typeOf(parsed) == TYPE_NUMBER ? parsed : UNDEFINED
}
