/** Options of a command line, told from its operands. */
import type { EvaluatedWord } from './evaluate.ts'

export interface Option {
  /** With its hyphens: "-u", "--user". */
  readonly name: string
  readonly value: EvaluatedWord | undefined
  /** What is written behind the sign of equality, or directly behind the letter. */
  readonly attached: string | undefined
}

export interface Split {
  readonly options: readonly Option[]
  /** From the first operand on, in `words`. */
  readonly rest: readonly EvaluatedWord[]
}

/** The options at the beginning of `words`; those among `valued` take the next word, or what is attached. */
export function leadingOptions(words: readonly EvaluatedWord[], valued: ReadonlySet<string>): Split {
  const options: Option[] = []
  for (let i = 0; i < words.length; i++) {
    const { text } = words[i]!
    if (text === '--') return { options, rest: words.slice(i + 1) }
    if (!/^-./.test(text)) return { options, rest: words.slice(i) }
    const found = optionsOf(text, valued)
    const last = found.at(-1)
    const takes = takesNext(last, valued)
    options.push(...found.slice(0, -1))
    if (last !== undefined) options.push(takes ? { ...last, value: words[i + 1] } : last)
    if (takes) i++
  }
  return { options, rest: [] }
}

/** All operands, options among them left out. */
export function operandsOf(words: readonly EvaluatedWord[], valued: ReadonlySet<string>): readonly EvaluatedWord[] {
  const operands: EvaluatedWord[] = []
  for (let i = 0; i < words.length; i++) {
    const { text } = words[i]!
    if (text === '--') return [...operands, ...words.slice(i + 1)]
    if (!/^-./.test(text)) operands.push(words[i]!)
    else if (takesNext(optionsOf(text, valued).at(-1), valued)) i++
  }
  return operands
}

const takesNext = (option: Option | undefined, valued: ReadonlySet<string>): boolean =>
  option !== undefined && valued.has(option.name) && option.attached === undefined

/** `-la` is two options, `-uroot` one with a value, `--user=root` as well. */
function optionsOf(text: string, valued: ReadonlySet<string>): readonly Option[] {
  const long = /^(--[^=]+)(?:=([\s\S]*))?$/.exec(text)
  if (long !== null) return [{ name: long[1]!, value: undefined, attached: long[2] }]
  // Some programs write long options with one hyphen.
  if (valued.has(text)) return [{ name: text, value: undefined, attached: undefined }]
  const options: Option[] = []
  for (let i = 1; i < Math.min(text.length, 32); i++) {
    const name = `-${text[i]}`
    const attached = valued.has(name) && i + 1 < text.length ? text.slice(i + 1) : undefined
    options.push({ name, value: undefined, attached })
    if (attached !== undefined) break
  }
  return options
}
