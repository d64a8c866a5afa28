/** The two forms in which an instruction has its arguments: words, and a list as in JSON. */
import { attempt } from '../attempt.ts'
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'

export interface ExecForm {
  readonly words: readonly string[]
  /** The same as a line that a shell would read alike. */
  readonly line: MappedText
}

const item = /"(?:[^"\\\n]|\\.)*"/g

/** `["python3", "main.py"]`; `undefined` where the text is no such list. */
export function execForm(text: MappedText): ExecForm | undefined {
  if (!text.text.startsWith('[')) return undefined
  const values = attempt((): unknown => JSON.parse(text.text))
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return undefined
  const builder = new MappedTextBuilder()
  for (const found of text.text.matchAll(item)) {
    const content = String(JSON.parse(found[0]))
    if (builder.length > 0) builder.add(' ', found.index)
    const isPlain = /^[\w@%+=:,./-]+$/.test(content)
    builder.add(isPlain ? content : `'${content.replaceAll("'", `'\\''`)}'`, found.index + (isPlain ? 1 : 0))
  }
  return { words: values, line: builder.build(text) }
}

/** Separated by blanks, those in quotes kept together. */
export function wordsOf({ text }: MappedText): readonly string[] {
  return Array.from(
    text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\]|["'\\])+/g),
    ([written]) => /^(["'])([^"']*)\1$/.exec(written)?.[2] ?? written,
  )
}
