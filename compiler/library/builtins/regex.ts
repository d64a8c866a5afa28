/**
 * `regex.*` where matches are told. A pattern is the address of its program, which the compiler made, and its site. How
 * matches follow one another is Go's way: an empty one does not stand right behind another one.
 */
import { arrayAppend, newArray } from '../arrays'
import { isWholeNumber, wholeNumber } from '../decimals/whole'
import { groupCount, groupEnd, groupStart, nameOfGroup, startSearch, search } from '../patterns/search'
import { areStrings, join } from '../strings'
import { sameBytes, sequenceLength } from '../texts'
import { isString, lengthOf, newString, textOf, UNDEFINED, Value } from '../values'

const DOLLAR: u8 = 0x24
const OPENING: u8 = 0x7b
const CLOSING: u8 = 0x7d

let start: usize = 0
let end: usize = 0
/** Where the next match is looked for; behind `end` for nowhere. */
let at: usize = 0
let lastEnd: usize = 0

function startMatches(pattern: usize, site: usize, text: Value): void {
  start = textOf(text)
  end = start + lengthOf(text)
  at = start
  lastEnd = 0
  startSearch(pattern, site, start, end)
}

/** Goes on to the next match, whose groups then are those of `search`. */
function nextMatch(): bool {
  while (at <= end) {
    if (!search(at)) break
    const matchEnd = groupEnd(0)
    const isEmpty = groupStart(0) == matchEnd
    // Nothing was found before it from `at` on.
    const isBehindLast = isEmpty && matchEnd == lastEnd
    if (matchEnd > at) at = matchEnd
    else at += at < end ? sequenceLength(load<u8>(at)) : 1
    lastEnd = matchEnd
    if (!isBehindLast) return true
  }
  at = end + 1
  return false
}

function groupText(group: u32): Value {
  const from = groupStart(group)
  return from ? newString(from, <u32>(groupEnd(group) - from)) : newString(0, 0)
}

/** The texts of so many matches, of all for a negative count. */
export function builtin_regex_find_n(pattern: usize, site: usize, text: Value, count: Value): Value {
  if (!isString(text) || !isWholeNumber(count)) return UNDEFINED
  const most = wholeNumber()
  const texts = newArray(4)
  startMatches(pattern, site, text)
  for (let i: i64 = 0; i != most && nextMatch(); i++) arrayAppend(texts, groupText(0))
  return texts
}

/** The same with the text of each group behind that of the match; of groups that took no part it is empty. */
export function builtin_regex_find_all_string_submatch_n(
  pattern: usize,
  site: usize,
  text: Value,
  count: Value,
): Value {
  if (!isString(text) || !isWholeNumber(count)) return UNDEFINED
  const most = wholeNumber()
  const matches = newArray(4)
  startMatches(pattern, site, text)
  for (let i: i64 = 0; i != most && nextMatch(); i++) {
    const groups = newArray(groupCount(pattern))
    for (let group: u32 = 0; group < groupCount(pattern); group++) arrayAppend(groups, groupText(group))
    arrayAppend(matches, groups)
  }
  return matches
}

/** What stands between matches. An empty text is one part, but none for the empty pattern. */
export function builtin_regex_split(pattern: usize, site: usize, text: Value): Value {
  if (!isString(text)) return UNDEFINED
  const parts = newArray(4)
  if (lengthOf(text) == 0) {
    if (!isEmptyPattern(pattern)) arrayAppend(parts, text)
    return parts
  }
  startMatches(pattern, site, text)
  let from = start
  let isLast = true
  while (nextMatch()) {
    // A match of nothing at the start parts nothing.
    if (groupEnd(0) > start) arrayAppend(parts, newString(from, <u32>(groupStart(0) - from)))
    isLast = groupStart(0) < end
    from = groupEnd(0)
  }
  if (isLast) arrayAppend(parts, newString(from, <u32>(end - from)))
  return parts
}

function isEmptyPattern(pattern: usize): bool {
  return load<u32>(nameOfGroup(pattern, 0)) == 0
}

/** Each match replaced by a text, in which `$1` and `${name}` stand for groups, and `$$` for a dollar. */
export function builtin_regex_replace(text: Value, pattern: usize, site: usize, replacement: Value): Value {
  if (!areStrings(text, replacement)) return UNDEFINED
  const pieces = newArray(8)
  startMatches(pattern, site, text)
  let from = start
  while (nextMatch()) {
    arrayAppend(pieces, newString(from, <u32>(groupStart(0) - from)))
    expand(pieces, pattern, replacement)
    from = groupEnd(0)
  }
  arrayAppend(pieces, newString(from, <u32>(end - from)))
  return join(pieces, newString(0, 0))
}

function expand(pieces: Value, pattern: usize, replacement: Value): void {
  const last = textOf(replacement) + lengthOf(replacement)
  for (let place = textOf(replacement); place < last; ) {
    const from = place
    while (place < last && load<u8>(place) != DOLLAR) place++
    arrayAppend(pieces, newString(from, <u32>(place - from)))
    if (place == last) return
    place++
    const isBraced = place < last && load<u8>(place) == OPENING
    const name = isBraced ? place + 1 : place
    let nameEnd = name
    while (nameEnd < last && isOfName(load<u8>(nameEnd))) nameEnd++
    const isClosed = !isBraced || (nameEnd < last && load<u8>(nameEnd) == CLOSING)
    if (nameEnd > name && isClosed) {
      const group = groupCalled(pattern, name, <u32>(nameEnd - name))
      if (group >= 0) arrayAppend(pieces, groupText(group))
      place = isBraced ? nameEnd + 1 : nameEnd
    } else {
      // A dollar that names nothing stands for itself, as one of two does.
      arrayAppend(pieces, newString(place - 1, 1))
      if (place < last && load<u8>(place) == DOLLAR) place++
    }
  }
}

/** Letters, digits and underscores; all beyond ASCII counts as letters. */
function isOfName(byte: u32): bool {
  return byte - 48 < 10 || (byte | 32) - 97 < 26 || byte == 95 || byte >= 0x80
}

/** The number of a group by its number or its name, -1 for none. */
function groupCalled(pattern: usize, name: usize, length: u32): i32 {
  const count = groupCount(pattern)
  const number = numberCalled(name, length)
  if (number >= 0) return number < <i32>count ? number : -1
  // Of several with one name it is the first that took part.
  for (let group: u32 = 1; group < count; group++) {
    if (groupStart(group) == 0) continue
    const known = nameOfGroup(pattern, group)
    if (load<u32>(known) == length && sameBytes(known + 4, name, length)) return group
  }
  return -1
}

/** -1 for what is no number; with a nought before it, it is none. */
function numberCalled(name: usize, length: u32): i32 {
  if (length > 8 || (length > 1 && load<u8>(name) == 48)) return -1
  let number = 0
  for (let i: u32 = 0; i < length; i++) {
    const digit = <u32>load<u8>(name + i) - 48
    if (digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}
