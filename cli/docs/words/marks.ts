/**
 * Parts of a sentence that a page shows in its own way: names that the checklist defines, and values. They are marked by
 * characters of the private use area, which no checklist needs and which are taken out of what it says.
 */
const [termStart, termEnd, codeStart, codeEnd] = ['\ue000', '\ue001', '\ue002', '\ue003']

/** A name that the page explains. */
export const term = (words: string): string => `${termStart}${plain(words)}${termEnd}`

/** A value as the checklist writes it. */
export const code = (text: string): string => `${codeStart}${plain(text)}${codeEnd}`

export interface Shown {
  readonly text: (text: string) => string
  readonly term: (words: string) => string
  readonly code: (text: string) => string
}

/** A marked sentence as a page shows it. */
export function shown(sentence: string, as: Shown): string {
  return sentence
    .split(/([\ue000\ue002][^\ue001\ue003]*[\ue001\ue003])/)
    .map((part) => {
      if (part.startsWith(termStart)) return as.term(part.slice(1, -1))
      return part.startsWith(codeStart) ? as.code(part.slice(1, -1)) : as.text(part)
    })
    .join('')
}

const plain = (text: string): string => text.replace(/[\ue000-\ue003]/g, '\ufffd')

/** The names that a marked sentence has. */
export const termsIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\ue000([^\ue001]*)\ue001/g)].map(([, words = '']) => words)
