/** Versions by SemVer 2.0.0 (semver.org), a `v` before them allowed: `1.2.3-rc.1+build`. */
import { compareBytes } from '../texts'
import { boolean, isString, lengthOf, small, textOf, UNDEFINED, Value } from '../values'

const DOT: u8 = 0x2e
const HYPHEN: u8 = 0x2d
const PLUS: u8 = 0x2b
const ZERO: u8 = 48
const SMALL_V: u8 = 0x76

/** What the last text that is a version was read as: where its numbers end, and its pre-release, which may be empty. */
let core: usize = 0
let coreEnd: usize = 0
let release: usize = 0
let releaseEnd: usize = 0

export function builtin_semver_is_valid(version: Value): Value {
  return boolean(isVersion(version))
}

/** -1, 0 or 1; undefined where one of them is no version. */
export function builtin_semver_compare(a: Value, b: Value): Value {
  if (!isVersion(a)) return UNDEFINED
  const aCore = core
  const aCoreEnd = coreEnd
  const aRelease = release
  const aReleaseEnd = releaseEnd
  if (!isVersion(b)) return UNDEFINED
  const numbers = compareParts(aCore, aCoreEnd, core, coreEnd)
  if (numbers != 0) return small(numbers)
  // A version comes after its pre-releases.
  if (aRelease == aReleaseEnd) return small(release == releaseEnd ? 0 : 1)
  if (release == releaseEnd) return small(-1)
  return small(compareParts(aRelease, aReleaseEnd, release, releaseEnd))
}

function isVersion(value: Value): bool {
  if (!isString(value)) return false
  let end = textOf(value) + lengthOf(value)
  core = textOf(value)
  if (core < end && load<u8>(core) == SMALL_V) core++
  const build = first(PLUS, core, end)
  if (build < end && !areIdentifiers(build + 1, end, false)) return false
  end = build
  coreEnd = first(HYPHEN, core, end)
  release = min(coreEnd + 1, end)
  releaseEnd = end
  if (coreEnd < end && !areIdentifiers(release, end, true)) return false
  let numbers = 0
  for (let at = core; at <= coreEnd; numbers++) {
    const behind = first(DOT, at, coreEnd)
    if (!isNumber(at, behind) || !isWithoutLeadingZero(at, behind) || !fitsIntoI64(at, behind)) return false
    at = behind + 1
  }
  return numbers == 3
}

/** Where a byte stands first, or the end. */
function first(byte: u8, from: usize, end: usize): usize {
  while (from < end && load<u8>(from) != byte) from++
  return from
}

/** Letters, digits and hyphens in parts with dots between; of a pre-release, no number has a zero before it. */
function areIdentifiers(from: usize, end: usize, isRelease: bool): bool {
  for (let at = from; at <= end; ) {
    const behind = first(DOT, at, end)
    if (at == behind) return false
    for (let each = at; each < behind; each++) if (!isIdentifierByte(load<u8>(each))) return false
    if (isRelease && isNumber(at, behind) && !isWithoutLeadingZero(at, behind)) return false
    at = behind + 1
  }
  return true
}

function isIdentifierByte(byte: u8): bool {
  return byte == HYPHEN || isDigit(byte) || <u8>((byte | 32) - 0x61) < 26
}
function isDigit(byte: u8): bool {
  return <u8>(byte - ZERO) < 10
}
function isNumber(from: usize, end: usize): bool {
  if (from == end) return false
  for (let at = from; at < end; at++) if (!isDigit(load<u8>(at))) return false
  return true
}
function isWithoutLeadingZero(from: usize, end: usize): bool {
  return load<u8>(from) != ZERO || end - from == 1
}

// "9223372036854775807"
const largest = memory.data<u8>([57, 50, 50, 51, 51, 55, 50, 48, 51, 54, 56, 53, 52, 55, 55, 53, 56, 48, 55])

function fitsIntoI64(from: usize, end: usize): bool {
  return compareNumbers(from, end, largest, largest + 19) <= 0
}

/** Numbers without zeros before them: the longer one is the larger. */
function compareNumbers(a: usize, aEnd: usize, b: usize, bEnd: usize): i32 {
  if (aEnd - a != bEnd - b) return aEnd - a < bEnd - b ? -1 : 1
  return compareBytes(a, <u32>(aEnd - a), b, <u32>(bEnd - b))
}

/** Part by part: numbers come before texts, and fewer parts before more. */
function compareParts(a: usize, aEnd: usize, b: usize, bEnd: usize): i32 {
  while (a <= aEnd && b <= bEnd) {
    const aBehind = first(DOT, a, aEnd)
    const bBehind = first(DOT, b, bEnd)
    const aIsNumber = isNumber(a, aBehind)
    if (aIsNumber != isNumber(b, bBehind)) return aIsNumber ? -1 : 1
    const order = aIsNumber
      ? compareNumbers(a, aBehind, b, bBehind)
      : compareBytes(a, <u32>(aBehind - a), b, <u32>(bBehind - b))
    if (order != 0) return order
    a = aBehind + 1
    b = bBehind + 1
  }
  return a <= aEnd ? 1 : b <= bEnd ? -1 : 0
}
