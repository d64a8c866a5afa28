/** Upper and lower case of the letters of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic, by simple mapping. */

export function lowerOf(letter: u32): u32 {
  if (letter < 0x80) return letter - 65 < 26 ? letter + 32 : letter
  if (letter >= 0xc0 && letter <= 0xde && letter != 0xd7) return letter + 32
  if (inPairs(letter, 0)) return letter | 1
  if (inPairs(letter, 1)) return letter & 1 ? letter + 1 : letter
  if (letter == 0x178) return 0xff
  if (letter >= 0x391 && letter <= 0x3a9 && letter != 0x3a2) return letter + 32
  if (letter >= 0x410 && letter <= 0x42f) return letter + 32
  if (letter >= 0x400 && letter <= 0x40f) return letter + 80
  return letter
}

export function upperOf(letter: u32): u32 {
  if (letter < 0x80) return letter - 97 < 26 ? letter - 32 : letter
  if (letter >= 0xe0 && letter <= 0xfe && letter != 0xf7) return letter - 32
  if (letter == 0xff) return 0x178
  if (letter == 0xb5) return 0x39c
  if (inPairs(letter, 0)) return letter & ~1
  if (inPairs(letter, 1)) return letter & 1 ? letter : letter - 1
  if (letter == 0x3c2) return 0x3a3
  if (letter >= 0x3b1 && letter <= 0x3c9) return letter - 32
  if (letter >= 0x430 && letter <= 0x44f) return letter - 32
  if (letter >= 0x450 && letter <= 0x45f) return letter - 80
  return letter
}

/** Blocks of Latin Extended-A and Cyrillic in which capital and small letter stand side by side, the capital even or odd. */
function inPairs(letter: u32, capital: u32): bool {
  if (capital == 0) {
    return (
      (letter >= 0x100 && letter <= 0x137 && letter != 0x130 && letter != 0x131) ||
      (letter >= 0x14a && letter <= 0x177) ||
      (letter >= 0x460 && letter <= 0x481) ||
      (letter >= 0x48a && letter <= 0x4bf) ||
      (letter >= 0x4d0 && letter <= 0x52f)
    )
  }
  return (
    (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17e) || (letter >= 0x4c1 && letter <= 0x4ce)
  )
}
