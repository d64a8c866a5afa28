/** Values that nobody asks for: checked to be JSON as strictly as those that are read, and left behind. */
import { behindSpace, here, moveTo } from './cursor'
import { passNumber } from './numbers'
import { passString } from './strings'

/** Collections in collections, at most: what is deeper is refused before it could exhaust the stack. */
export const DEEPEST: u32 = 1000

const OBJECT_OPEN: u32 = 0x7b
const OBJECT_CLOSE: u32 = 0x7d
const ARRAY_OPEN: u32 = 0x5b
const QUOTE: u32 = 0x22
const COMMA: u32 = 0x2c
const COLON: u32 = 0x3a

/** The closing byte of each collection that is open, from the outermost on. */
const closings = memory.data(1024)

/** Moves behind a value within as many collections; whether it is one. */
export function skipValue(depth: u32): bool {
  const deepest = DEEPEST - depth
  let open: u32 = 0
  let at = here()
  while (true) {
    let byte: u32 = load<u8>(at)
    if (byte == QUOTE) {
      at = passString(at)
      if (at == 0) return false
    } else if (byte == OBJECT_OPEN || byte == ARRAY_OPEN) {
      if (open == deepest) return false
      const closing = byte + 2
      at++
      if (load<u8>(at) <= 32) at = behindSpace(at)
      if (load<u8>(at) == closing) at++
      else {
        store<u8>(closings + open++, <u8>closing)
        if (byte == OBJECT_OPEN) {
          at = passKey(at)
          if (at == 0) return false
        }
        continue
      }
    } else {
      at = passScalar(at, byte)
      if (at == 0) return false
    }
    // A value ends here, and with it perhaps collections around it.
    while (true) {
      if (open == 0) {
        moveTo(at)
        return true
      }
      if (load<u8>(at) <= 32) at = behindSpace(at)
      byte = load<u8>(at++)
      const closing: u32 = load<u8>(closings + open - 1)
      if (byte == COMMA) {
        if (load<u8>(at) <= 32) at = behindSpace(at)
        if (closing == OBJECT_CLOSE) {
          at = passKey(at)
          if (at == 0) return false
        }
        break
      }
      if (byte != closing) return false
      open--
    }
  }
}

/** The address of the value behind a key and its colon, 0 where they are none. */
function passKey(at: usize): usize {
  if (load<u8>(at) != QUOTE) return 0
  at = passString(at)
  if (at == 0) return 0
  if (load<u8>(at) <= 32) at = behindSpace(at)
  if (load<u8>(at++) != COLON) return 0
  return load<u8>(at) <= 32 ? behindSpace(at) : at
}

function passScalar(at: usize, first: u32): usize {
  if (first == 0x74) return load<u32>(at) == 0x65757274 ? at + 4 : 0
  if (first == 0x66) return load<u32>(at) == 0x736c6166 && load<u8>(at, 4) == 0x65 ? at + 5 : 0
  if (first == 0x6e) return load<u32>(at) == 0x6c6c756e ? at + 4 : 0
  return passNumber(at)
}
