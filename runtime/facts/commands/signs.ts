/** Words and signs that structure a script and belong to no command. */

/** Words that structure a script, and stand where a command could. */
export const structure = new Set('if then elif else fi do done while until ! { }'.split(' '))
/** Their line up to the next separator is no command. */
export const headers = new Set(['for', 'select', 'function', 'case', 'esac'])

export const operator = /&&|\|\||;;&?|;&|\|&|[;&|()]/y
export const redirection = /(\d{0,3})(&>>|&>|<<<|<<-?|>>|>&|>\||<&|<>|>|<)/y
export const blank = /(?:[^\S\n]|\\\r?\n)+/y

/** The match of a sticky pattern at an offset. */
export function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
