/** A text that is one of some, or begins or ends with one. Must match `compiler/patterns/encode.ts`. */
import { sameBytes } from '../texts'

const WHOLE: u32 = 3
const START: u32 = 4

export function byLiterals(pattern: usize, text: usize, length: u32): bool {
  const form = load<u32>(pattern)
  const count = load<u32>(pattern, 4)
  let literal = pattern + 8
  for (let i: u32 = 0; i < count; i++) {
    const size = load<u32>(literal)
    if (form == WHOLE ? size == length : size <= length) {
      const from = form <= START ? text : text + length - size
      if (sameBytes(from, literal + 4, size)) return true
    }
    literal += 4 + <usize>size
  }
  return false
}
