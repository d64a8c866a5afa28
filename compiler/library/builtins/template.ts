/** Texts with values in them: `internal.template_string`, which Rego's `$"…{x}…"` becomes. */
import { arrayAppend, isArray, newArray } from '../arrays'
import { scan_count, scan_value } from '../collections'
import { join, readable } from '../strings'
import { copyString, isKind, newString, SET, UNDEFINED, Value } from '../values'

// "<undefined>"
const nothing = memory.data<u8>([60, 117, 110, 100, 101, 102, 105, 110, 101, 100, 62])

/** Parts that may be undefined come as sets of at most one value. */
export function builtin_internal_template_string(parts: Value): Value {
  if (!isArray(parts)) return UNDEFINED
  const texts = newArray(scan_count(parts))
  for (let i: u32 = 0; i < scan_count(parts); i++) {
    const part = scan_value(parts, i)
    if (!isKind(part, SET)) arrayAppend(texts, readable(part))
    else if (scan_count(part) == 0) arrayAppend(texts, copyString(nothing, 11))
    else if (scan_count(part) == 1) arrayAppend(texts, readable(scan_value(part, 0)))
    else return UNDEFINED
  }
  return join(texts, newString(0, 0))
}
