/** Modes as `chmod` takes them: octal, or symbolic such as `u+s,o=`. */
import { type ModeBits, modeBits } from '../permission-mode.ts'

/** Without `mode` where it leaves some bits as they were. */
export type ModeChange = Omit<ModeBits, 'mode'> & Partial<Pick<ModeBits, 'mode'>>

/** What a command says that gives an owner only. */
export const untouched: ModeChange = {
  world_readable: false,
  world_writable: false,
  world_executable: false,
  setuid: false,
  setgid: false,
}

const clause = /^([ugoa]*)((?:[+=-][rwxXst]*|[+=-][ugo])+)$/

/** Nothing where the text is no mode. */
export function modeChange(text: string): ModeChange | undefined {
  if (/^[0-7]{1,5}$/.test(text)) return modeBits(Number.parseInt(text, 8) & 0o7777)
  const clauses = text.length <= 100 ? text.split(',').map((each) => clause.exec(each)) : [null]
  return clauses.every((each) => each !== null) ? symbolic(clauses) : undefined
}

const shift = { u: 6, g: 3, o: 0 } as const
const permissions: Readonly<Record<string, number>> = { r: 4, w: 2, x: 1, X: 1 }

/** What is set for certain, and whose bits are all fixed by a sign of equality. */
function symbolic(clauses: readonly RegExpExecArray[]): ModeChange {
  let bits = 0
  const fixed = new Set<string>()
  for (const [, who = '', actions = ''] of clauses) {
    const classes =
      who === '' || who.includes('a')
        ? (['u', 'g', 'o'] as const)
        : (['u', 'g', 'o'] as const).filter((each) => who.includes(each))
    for (const [, sign, letters = ''] of actions.matchAll(/([+=-])([rwxXstugo]*)/g)) {
      const isCopy = /[ugo]/.test(letters)
      const value = isCopy ? 0 : bitsOf(letters, classes)
      let own = 0
      for (const each of classes) own |= 7 << shift[each]
      if (sign === '+') bits |= value
      else if (sign === '-') bits &= ~value
      else {
        bits = (bits & ~own) | value
        for (const each of classes)
          if (isCopy) fixed.delete(each)
          else fixed.add(each)
      }
    }
  }
  const { mode, ...flags } = modeBits(bits)
  return fixed.size === 3 ? { mode, ...flags } : flags
}

function bitsOf(letters: string, classes: readonly ('u' | 'g' | 'o')[]): number {
  let bits = 0
  for (const letter of letters) {
    if (letter === 't') bits |= 0o1000
    else if (letter === 's') bits |= (classes.includes('u') ? 0o4000 : 0) | (classes.includes('g') ? 0o2000 : 0)
    else for (const each of classes) bits |= (permissions[letter] ?? 0) << shift[each]
  }
  return bits
}

/** What a umask lets through: it takes bits away from what a program asks for. */
export function umaskChange(text: string): ModeChange | undefined {
  if (!/^[0-7]{1,4}$/.test(text)) return undefined
  const { mode: _, ...flags } = modeBits(0o666 & ~Number.parseInt(text, 8))
  return flags
}
